import { randomBytes } from 'node:crypto';
import { derivedId, dayOf } from '@tavolo/command';
import type { Clock, InstanceFacts } from '@tavolo/command';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { EventStore, NewEvent } from '@tavolo/event-store';
import type { Instant, Sha256 } from '@tavolo/kernel';
import { FOUNDER_MANDATE } from '../founding.js';
import { INSTANCE_STREAM } from '../instance.js';
import { policyHash } from '../policy/policy-text.js';
import type { PolicyText } from '../policy/policy-text.js';
import type { PolicyActivated } from './activation.events.js';
import { activationDecider, POLICY_STREAM } from './activation.js';

/**
 * Who founds an instance activates its first policies with the same act, under the mandate of the
 * founding. A demo founds itself, and so takes up those of every new version of its software.
 */
export async function activateAsFounder(
  store: EventStore,
  clock: Clock,
  { facts, text }: Readonly<{ facts: InstanceFacts; text: PolicyText }>,
): Promise<void> {
  const { active, revision } = await lastOf(store);
  const decided = decide(clock, facts, { text, active });
  if (decided === null) return;
  const event = eventOf(decided, { facts, at: clock.now(), revision });
  const expected = revision ?? 'noStream';
  try {
    await store.append(POLICY_STREAM, [event], { expected });
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error; // Another replica was first.
  }
}

async function lastOf(store: EventStore) {
  for await (const { data, revision } of store.readStream(POLICY_STREAM, {
    ...{ backwards: true, max: 1 },
  })) {
    return { active: (data as unknown as PolicyActivated['data']).hash, revision };
  }
  return { active: null, revision: null };
}

/** Null where these are active already. */
function decide(
  clock: Clock,
  { founder, zone }: InstanceFacts,
  { text, active }: Readonly<{ text: PolicyText; active: Sha256 | null }>,
): PolicyActivated | null {
  const hash = policyHash(text);
  const at = clock.now();
  const by = { person: founder, mandate: FOUNDER_MANDATE, organisation: null };
  const data = { hash, grounds: { hash, text, isAdministrator: true } };
  const command = { type: 'ActivatePolicies', data, at, today: dayOf(at, zone), by } as const;
  const decision = activationDecider.decide(command, { active });
  return decision.outcome === 'refused' ? null : (decision.events[0] ?? null);
}

type About = Readonly<{ facts: InstanceFacts; at: Instant; revision: number | null }>;

function eventOf({ type, data }: PolicyActivated, { facts, at, revision }: About): NewEvent {
  const { id, founder } = facts;
  const commandId = derivedId(id, founder, 'policies', data.hash, revision ?? -1);
  return {
    ...{ id: derivedId(id, founder, commandId, POLICY_STREAM, 0), type, schema: 1, data },
    meta: {
      recordedAt: at,
      salt: randomBytes(16).toString('hex'),
      commandId: commandId,
      commandHash: '0'.repeat(64) as Sha256,
      correlationId: commandId,
      actor: { personRef: founder, mandateRef: FOUNDER_MANDATE },
      auth: { issuer: 'founding', assurance: 'local' },
      policy: { hash: data.hash, ids: ['policies-are-activated'] },
      basis: [{ stream: INSTANCE_STREAM, revision: 0 }],
    },
  };
}
