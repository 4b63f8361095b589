import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId } from '@tavolo/command';
import type { NewEvent } from '@tavolo/event-store';
import type { Instant, LocalDate, Sha256 } from '@tavolo/kernel';
import { CommandSender, RunningProcesses } from '@tavolo/process';
import type { SystemCommand } from '@tavolo/process';
import type { BoardId, Condition, ConditionId, DecisionId } from '../contract/index.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import * as a from '../domain/decision.examples.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { NoCheckpoints } from '../test/fakes.js';
import { World } from '../test/world.js';
import { conditionsProcess } from './conditions.process.js';
import { effectProcess } from './effect.process.js';
import { endingProcess } from './ending.process.js';
import { ratificationProcess } from './ratification.process.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const board = `board-${uuid(7)}` as BoardId;
const [first, second] = [`decision-${uuid(1)}`, `decision-${uuid(2)}`] as DecisionId[] as [
  DecisionId,
  DecisionId,
];
const [sooner, later] = [`sitting-${uuid(1)}`, `sitting-${uuid(2)}`] as const;
const day = (text: string) => text as LocalDate;

let world: World;
let running: RunningProcesses;
let facts = 0;

function begin(): void {
  const { store, clock, instance } = world;
  const sender = new (class extends CommandSender {
    send({ target, type, data, actor, ...about }: SystemCommand) {
      const { commandId, causationId, correlationId } = about;
      const ids = { commandId, causationId, correlationId };
      return world.command(target, { type, data }, { person: actor.person, ...ids });
    }
  })();
  const all = [conditionsProcess, effectProcess, endingProcess, ratificationProcess];
  running = new RunningProcesses(all, {
    ...{ store, clock, instance, sender, checkpoints: new NoCheckpoints() },
    trouble: ({ error }) => world.troubles.push(error),
  });
}

/** Facts as their commands would have left them. */
async function happened(stream: string, ...these: readonly (DecisionEvent | SittingEvent)[]) {
  const events = these.map(({ type, data }): NewEvent => {
    facts += 1;
    const id = derivedId(world.instance.facts.id, 'fact', facts);
    const commandHash = '0'.repeat(64) as Sha256;
    const meta = {
      ...{ recordedAt: world.clock.now(), salt: '00'.repeat(16), commandId: id, commandHash },
      ...{ correlationId: id, actor: { personRef: a.proposer } },
      auth: { issuer: 'test', assurance: 'none' },
    };
    return { id, type, schema: 1, data, meta };
  });
  await world.store.append(stream, events, { expected: 'any' });
  await running.settled();
}
const walkTo = async (at: string) => {
  world.clock.at = at as Instant;
  await running.settled();
};
const last = async (stream: string, n = 1) => (await world.types(stream)).slice(-n);

beforeEach(() => {
  world = new World();
  world.clock.at = '2030-01-12T09:00:00.000Z' as Instant;
  begin();
});
afterEach(async () => {
  await running.stop();
  expect(world.troubles).toStrictEqual([]);
});

const condition = (n: number, more: Partial<Condition> = {}): Condition => ({
  ...{ id: `c${String(n)}` as ConditionId, text: 'Parere', dueOn: day('2030-02-10') },
  ...{ evidence: 'parere', verifier: { kind: 'secretary' }, effect: 'after' },
  ...{ onFailure: 'report', ...more },
});
/** Approved under these conditions, signed, numbered and published with effect at once. */
const conditional = (...conditions: readonly Condition[]): readonly DecisionEvent[] => {
  const [proposed, ...rest] = a.approved;
  return [
    { ...proposed, data: { ...proposed.data, board, conditions } },
    ...rest,
    { type: 'ConditionsImposed', data: { conditions } },
    ...[a.signed, a.numbered, a.published('2030-01-12')],
  ];
};
const met = (one: Condition): DecisionEvent => ({
  type: 'ConditionMet',
  data: {
    ...{ condition: one.id, document: a.document, verifiedBy: a.officer },
    metOn: day('2030-01-12'),
  },
});

describe('conditions of a decision', () => {
  it('D-8: fail by themselves when their day is over, each once, in their order', async () => {
    const [soon, late] = [
      condition(1),
      condition(2, { dueOn: day('2030-03-01'), onFailure: 'lapse' }),
    ];
    await happened(first, ...conditional(late, soon));
    await walkTo('2030-02-10T22:59:59.999Z');
    expect(await last(first)).toEqual(['DecisionBecameEffective']);
    await walkTo('2030-02-10T23:00:00.000Z');
    expect(await last(first)).toEqual(['ConditionFailed']);
    await walkTo('2031-01-01T00:00:00.000Z');
    expect(await last(first, 3)).toEqual(['ConditionFailed', 'ConditionFailed', 'DecisionLapsed']);
    const lapsed = (await world.events(first)).at(-1);
    expect(lapsed?.data).toMatchObject({ from: '2030-03-02', condition: 'c2' });
    expect(await last(`pm_decisionConditions-${uuid(1)}`)).toEqual(['ProcessFinished']);
  });
  it('D-8: fail also where the server was down on their day', async () => {
    await happened(first, ...conditional(condition(1), condition(2, { onFailure: 'suspend' })));
    await running.stop();
    world.clock.at = '2030-06-01T09:00:00.000Z' as Instant;
    begin();
    await running.settled();
    const types = await world.types(first);
    expect(types.filter((type) => type === 'ConditionFailed')).toHaveLength(2);
    expect(types.at(-1)).toBe('EffectsSuspended');
  });
  it('D-8: that were met do not fail', async () => {
    await happened(first, ...conditional(condition(1)), met(condition(1)));
    await walkTo('2030-06-01T09:00:00.000Z');
    expect(await last(first)).toEqual(['DecisionBecameEffective']);
  });
  it('D-6: hold the effect back until they are met', async () => {
    const before = condition(1, { effect: 'before' });
    await happened(first, ...conditional(before));
    expect(await last(first)).toEqual(['DecisionPublished']);
    expect(await last(`pm_decisionEffect-${uuid(1)}`)).toEqual(['ProcessBeganWaiting']);
    await happened(first, met(before));
    expect(await last(first)).toEqual(['DecisionBecameEffective']);
  });
  it('D-6: met before the publication, they leave it to its day', async () => {
    const before = condition(1, { effect: 'before' });
    const [published, ...rest] = conditional(before).toReversed();
    await happened(first, ...rest.toReversed(), met(before));
    expect(await last(first)).toEqual(['ConditionMet']);
    if (published) await happened(first, published);
    expect(await last(first)).toEqual(['DecisionBecameEffective']);
  });
  it('D-8: are let go by a later decision once it has effect', async () => {
    const one = condition(1, { onFailure: 'suspend' });
    await happened(first, ...conditional(one));
    await walkTo('2030-02-11T09:00:00.000Z');
    expect(await last(first)).toEqual(['EffectsSuspended']);
    const subject = { kind: 'waiveCondition', decision: first, condition: one.id } as const;
    await happened(second, ...about(subject), a.signed, a.numbered, a.published('2030-02-11'));
    expect(await last(first, 2)).toEqual(['ConditionWaived', 'EffectsResumed']);
    await walkTo('2031-01-01T09:00:00.000Z');
    expect(await last(first)).toEqual(['EffectsResumed']);
  });
});

/** Approved, about an earlier decision. */
function about(subject: Extract<DecisionEvent, { type: 'DecisionProposed' }>['data']['subject']) {
  const [proposed, ...rest] = a.approved;
  return [{ ...proposed, data: { ...proposed.data, board, subject } }, ...rest];
}

describe('what a chair decided alone', () => {
  const decided = (ratifyBy: string | null): readonly DecisionEvent[] => {
    const [proposed, ...rest] = a.instructed;
    const who = { board, boardRevision: 12, rulebookVersion: 1, seat: 's1' };
    const what = { decidedBy: a.officer, textSha256: a.text, urgency: a.document };
    const when = { decidedAt: world.clock.now(), ratifyBy: ratifyBy as LocalDate | null };
    return [
      { ...proposed, data: { ...proposed.data, board } },
      ...rest,
      { type: 'DecidedInUrgency', data: { ...who, ...what, ...when } },
    ];
  };
  const convened = (sitting: string) =>
    happened(sitting, {
      type: 'MeetingConvened',
      data: {
        ...{ board, boardRevision: 12, at: world.clock.now(), startsOn: day('2030-01-12') },
        ...{ place: 'Sala 1', call: 'first', notified: [], items: [] },
      },
    });
  const closed = (sitting: string) =>
    happened(sitting, {
      type: 'MeetingClosed',
      data: { board, closedAt: world.clock.now(), deferred: [] },
    });
  /** The decision that asks for the ratification, and the vote on it. */
  const voted = async (isFor: boolean) => {
    const [proposed] = about({ kind: 'ratify', decision: first });
    if (proposed) await happened(second, proposed);
    const votedAt = world.clock.now();
    await happened(second, {
      type: 'RatificationVoted',
      data: { board, decision: first, ratified: isFor, votedAt },
    });
  };

  it('D-10: lapses by itself when its days are over, not before', async () => {
    await happened(first, ...decided('2030-02-10'));
    await walkTo('2030-02-10T22:59:59.999Z');
    expect(await last(first)).toEqual(['DecidedInUrgency']);
    await walkTo('2030-02-10T23:00:00.000Z');
    expect(await last(first)).toEqual(['DecisionLapsed']);
    expect((await world.events(first)).at(-1)?.data).toMatchObject({ from: '2030-02-11' });
  });
  it('D-10: stays once the body has ratified it', async () => {
    await happened(first, ...decided('2030-02-10'));
    await voted(true);
    expect(await last(first)).toEqual(['DecisionRatified']);
    await walkTo('2031-01-01T00:00:00.000Z');
    expect(await last(first)).toEqual(['DecisionRatified']);
  });
  it('D-10: lapses with the vote against it', async () => {
    await happened(first, ...decided('2030-02-10'));
    await voted(false);
    expect(await last(first)).toEqual(['DecisionLapsed']);
  });
  it('D-10: lapses as the next sitting closes without it, not the one convened before', async () => {
    await convened(sooner);
    await happened(first, ...decided(null));
    await closed(sooner);
    expect(await last(first)).toEqual(['DecidedInUrgency']);
    await convened(later);
    await closed(later);
    expect(await last(first)).toEqual(['DecisionLapsed']);
    expect((await world.events(first)).at(-1)?.data).toMatchObject({ cause: 'notRatified' });
  });
  it('D-10: a vote for it that has closed counts, though the sitting closes first', async () => {
    await happened(first, ...decided(null));
    await convened(later);
    const [proposed, ...rest] = about({ kind: 'ratify', decision: first });
    if (proposed) await happened(second, proposed);
    await happened(second, ...(rest as DecisionEvent[]).map((fact) => inSitting(fact)));
    await happened(later, agenda(), closedVote());
    await closed(later);
    expect(await last(first)).toEqual(['DecidedInUrgency']);
  });

  const item = 'i1';
  const inSitting = (fact: DecisionEvent): DecisionEvent =>
    fact.type === 'DecisionScheduled' || fact.type === 'DecisionApproved'
      ? ({ ...fact, data: { ...fact.data, sitting: later, item } } as DecisionEvent)
      : fact;
  const agenda = (): SittingEvent => {
    const papers = { title: 'Ratifica', textSha256: a.text, papers: [] };
    const items = [{ item, decision: second, ...papers }];
    return { type: 'AgendaAmended', data: { items, urgency: null } };
  };
  const closedVote = (): SittingEvent => ({
    type: 'VoteClosed',
    data: {
      ...{ item, decision: second, textSha256: a.text, outcome: 'approved', trace: [] },
      tally: { for: 3, against: 0, abstain: 0, recused: 0 },
      ...{ present: [], recused: [], closedAt: world.clock.now() },
    },
  });
});
