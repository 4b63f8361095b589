import { beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId } from '@tavolo/command';
import type { NewEvent } from '@tavolo/event-store';
import type { Instant, Sha256 } from '@tavolo/kernel';
import { rulebookPresets } from '../contract/index.js';
import type { BoardId, DecisionId, Rulebook } from '../contract/index.js';
import * as b from '../domain/sitting.examples.js';
import * as a from '../domain/decision.examples.js';
import { opened as procedureOpened } from '../domain/procedure.examples.js';
import { World } from '../test/world.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [board, other] = [`board-${uuid(7)}`, `board-${uuid(8)}`] as [BoardId, BoardId];
const [first, second, third] = [
  ...[`decision-${uuid(1)}`, `decision-${uuid(2)}`, `decision-${uuid(3)}`],
] as [DecisionId, DecisionId, DecisionId];
const [sooner, later] = [`sitting-${uuid(1)}`, `sitting-${uuid(2)}`] as const;
const procedure = `procedure-${uuid(1)}`;
const twoThirds = rulebookPresets.qualifiedMajority;

type Fact = Readonly<{ type: string; data: object }>;
let world: World;
let facts = 0;

/** Facts as their commands would have left them. */
async function happened(stream: string, ...these: readonly Fact[]) {
  const events = these.map(({ type, data }) => {
    facts += 1;
    const id = derivedId(world.instance.facts.id, 'fact', facts);
    const meta = {
      ...{ recordedAt: world.clock.now(), salt: '00'.repeat(16), commandId: id },
      ...{ commandHash: '0'.repeat(64) as Sha256, correlationId: id },
      actor: { personRef: a.proposer },
      auth: { issuer: 'test', assurance: 'none' },
    };
    return { id, type, schema: 1, data, meta } as NewEvent;
  });
  await world.store.append(stream, events, { expected: 'any' });
}

/** A body of five seats, of which four are held, under a rulebook. */
async function established(id: BoardId, rulebook: Rulebook): Promise<void> {
  const term = { from: '2030-01-01', until: '2031-12-31' };
  const founding = { name: 'Cabina', level: 'region', seats: 5, rulebook, rulebookVersion: 1 };
  await happened(
    id,
    { type: 'BoardEstablished', data: { ...founding, termUntil: '2032-12-31' } },
    ...b.roll.members.flatMap((member) => [
      { type: 'BoardMemberDesignated', data: member },
      { type: 'BoardMemberAppointed', data: { ...member, ...term } },
    ]),
    { type: 'BoardChairAppointed', data: { n: 1, seat: 's1', person: b.personOf('s1'), ...term } },
    {
      type: 'BoardSecretaryAppointed',
      data: { n: 1, person: b.personOf('s9'), organisation: null, ...term },
    },
  );
}

const proposed = (subject: object, on: BoardId = board): readonly Fact[] => {
  const [, ...instruction] = a.instructed;
  return [{ ...a.proposed, data: { ...a.proposed.data, board: on, subject } }, ...instruction];
};
const voted = (vote: object): readonly Fact[] => [
  { type: 'DecisionScheduled', data: vote },
  { type: 'DecisionApproved', data: { ...a.result, ...vote } },
];
/** The vote on the first decision, by two thirds. */
async function votedInSitting(): Promise<void> {
  const vote = b.voteOpened([], twoThirds);
  const opening = { ...vote, data: { ...vote.data, board } };
  await happened(sooner, b.convened, b.opened, opening, b.closedWith({ present: [] }));
  await happened(
    first,
    ...proposed({ kind: 'other' }),
    ...voted({ sitting: sooner, item: b.item }),
  );
}

/** Opens the vote on the second decision in its sitting; what was frozen beside its rules. */
async function openedOn(subject: object, on: BoardId = board) {
  await happened(second, ...proposed(subject, on), {
    ...{ type: 'DecisionScheduled', data: { sitting: later, item: b.item } },
  });
  const item = { ...b.onAgenda, decision: second };
  await happened(
    later,
    { ...b.convened, data: { ...b.convened.data, board: on, items: [item] } },
    ...b.inSession().slice(1),
  );
  const asked = { type: 'OpenVote', data: { item: b.item, textSha256: b.text } };
  const answer = await world.command(later, asked);
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  const opening = (await world.events(later)).at(-1);
  const { alsoNeeded } = opening?.data as { alsoNeeded?: readonly object[] };
  return { alsoNeeded, basis: (opening?.meta.basis ?? []).map(({ stream }) => stream) };
}
const reconsider = { kind: 'reconsider', decision: first } as const;

beforeEach(async () => {
  world = new World();
  world.clock.at = '2030-01-20T09:00:00.000Z' as Instant;
  await established(board, b.roll.rulebook);
});

describe('the majority that a decision which is come back to was voted on with', () => {
  it('D-8: is read from the stream of its vote, and named as what this one rests on', async () => {
    await votedInSitting();
    const { alsoNeeded, basis } = await openedOn(reconsider);
    const { majority } = twoThirds;
    expect(alsoNeeded).toMatchObject([{ decision: first, majority }]);
    expect(basis).toEqual(expect.arrayContaining([first, sooner]));
  });
  it('D-8: is that of a procedure, where it was put to one', async () => {
    const { type, data } = procedureOpened('written', { rulebook: twoThirds, board });
    await happened(procedure, { type, data });
    await happened(first, ...proposed({ kind: 'other' }), ...voted({ procedure }));
    const { alsoNeeded, basis } = await openedOn(reconsider);
    expect(alsoNeeded).toMatchObject([{ majority: twoThirds.majority }]);
    expect(basis).toContain(procedure);
  });
  it('D-8, D-10: of what the chair decided alone is that of the vote that ratified it', async () => {
    const act = { board, boardRevision: 1, rulebookVersion: 1, seat: 's1', decidedBy: a.officer };
    const urgent = { ...act, textSha256: a.text, urgency: a.document, decidedAt: a.signedAt };
    await happened(first, ...proposed({ kind: 'other' }), {
      ...{ type: 'DecidedInUrgency', data: { ...urgent, ratifyBy: null } },
    });
    const vote = b.voteOpened([], twoThirds);
    const opening = { ...vote, data: { ...vote.data, board } };
    await happened(sooner, b.convened, b.opened, opening, b.closedWith({ present: [] }));
    const ratifying = { kind: 'ratify', decision: first };
    await happened(third, ...proposed(ratifying), ...voted({ sitting: sooner, item: b.item }));
    await happened(first, {
      ...{ type: 'DecisionRatified', data: { board, by: third, votedAt: a.signedAt } },
    });
    const { alsoNeeded, basis } = await openedOn(reconsider);
    expect(alsoNeeded).toMatchObject([{ decision: first, majority: twoThirds.majority }]);
    expect(basis).toEqual(expect.arrayContaining([third, sooner]));
  });
  it('D-8: is asked of a revocation as of a reconsideration', async () => {
    await votedInSitting();
    await happened(first, a.signed, a.numbered, a.published('2030-01-22'), a.effective);
    const ends = { kind: 'endDecision', decision: first, how: 'revoke', dependents: [] };
    expect((await openedOn(ends)).alsoNeeded).toHaveLength(1);
  });
  it('D-8: is nothing for a body above the one that voted', async () => {
    await votedInSitting();
    await happened(first, a.signed, a.numbered, a.published('2030-01-22'), a.effective);
    const founding = { name: 'Comitato', level: 'national', seats: 5, termUntil: '2032-12-31' };
    await established(other, b.roll.rulebook);
    const higher = { ...founding, rulebook: b.roll.rulebook, rulebookVersion: 1 };
    await happened(other, { type: 'BoardEstablished', data: higher });
    const ends = { kind: 'endDecision', decision: first, how: 'revoke', dependents: [] };
    expect((await openedOn(ends, other)).alsoNeeded).toBeUndefined();
  });
});
