import { Decisions } from '@tavolo/boards';
import type { DecisionStanding } from '@tavolo/boards';
import { Clock, CommandIndex, Instance } from '@tavolo/command';
import type { InstanceFacts } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { Networks } from '@tavolo/networks';
import type { NetworkStanding } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanStanding } from '@tavolo/plans';

/** Stands still until it is moved. */
export class StillClock extends Clock {
  at = '2030-01-01T12:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}

export class RomanInstance extends Instance {
  readonly facts: InstanceFacts = {
    id: '00000000-0000-4000-8000-00000000000a' as Uuid,
    zone: 'Europe/Rome',
    demo: false,
    name: 'Regione',
    founder: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    organisation: null,
  };
}

/** An index that has read nothing: every repeat is found in the tail of its stream. */
export class EmptyIndex extends CommandIndex {
  position(): Position {
    return START;
  }
  find(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Partners as other streams would show them. */
export class KnownPartners extends Partners {
  readonly known = new Map<PartnerId, PartnerStanding>();
  standing(id: PartnerId): Promise<PartnerStanding | null> {
    return Promise.resolve(this.known.get(id) ?? null);
  }
}

export class NoNetworks extends Networks {
  standing(): Promise<NetworkStanding | null> {
    return Promise.resolve(null);
  }
}

export class NoPlans extends Plans {
  standing(): Promise<PlanStanding | null> {
    return Promise.resolve(null);
  }
}

/** One decision, whoever asks. */
export class OneDecision extends Decisions {
  answer: DecisionStanding | null = null;
  standing(): Promise<DecisionStanding | null> {
    return Promise.resolve(this.answer);
  }
}
