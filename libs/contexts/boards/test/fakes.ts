import { Agreements } from '@tavolo/agreements';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import { Clock, CommandIndex, Instance } from '@tavolo/command';
import type { InstanceFacts } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { Networks } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import { Checkpoints } from '@tavolo/process';
import { BodiesOfLevel } from '../application/route/bodies.js';
import type { BoardId, BoardLevel } from '../contract/index.js';

/** Stands still until it is moved. */
export class StillClock extends Clock {
  at = '2030-01-02T09:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}

/** An instance in Rome. */
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

/** Forgets how far it came. */
export class NoCheckpoints extends Checkpoints {
  get(): Promise<null> {
    return Promise.resolve(null);
  }
  put(): Promise<void> {
    return Promise.resolve();
  }
}

/** There are none. */
export class NoNetworks extends Networks {
  standing(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** There are none. */
export class NoPartners extends Partners {
  standing(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Bodies of a level as a test names them. */
export class NamedBodies extends BodiesOfLevel {
  readonly known = new Map<BoardLevel, readonly BoardId[]>();
  find(level: BoardLevel): Promise<readonly BoardId[]> {
    return Promise.resolve(this.known.get(level) ?? []);
  }
}

/** Plans as their own streams would show them. */
export class KnownPlans extends Plans {
  readonly known = new Map<PlanId, PlanStanding>();
  standing(id: PlanId): Promise<PlanStanding | null> {
    return Promise.resolve(this.known.get(id) ?? null);
  }
}

/** Agreements as their own streams would show them. */
export class KnownAgreements extends Agreements {
  readonly known = new Map<AgreementId, AgreementStanding>();
  standing(id: AgreementId): Promise<AgreementStanding | null> {
    return Promise.resolve(this.known.get(id) ?? null);
  }
}
