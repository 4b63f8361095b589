import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grounds } from '@tavolo/demo';
import { Chamber } from './procedures.js';
import type { Member } from './procedures.js';

let chamber: Chamber;
beforeAll(async () => {
  chamber = await Chamber.open();
}, 120_000);
afterAll(() => chamber.server.forget());

const LOOK = `query ($decision: ID!) { decision(id: $decision) {
  status number effectiveOn deferrals { sitting cause }
  vote { outcome tally { for against abstain recused } trace { step it en } }
  procedure { id kind status deadline closesOn endedAt stopCause
    progress { entitled answered waiting }
    replies { seat choice replaced } objections { seat reasons }
    ending { outcome early replied objected closedAt } }
} }`;

interface Look {
  readonly decision: {
    readonly status: string;
    readonly number: string | null;
    readonly effectiveOn: string | null;
    readonly deferrals: readonly object[];
    readonly vote: {
      readonly outcome: string;
      readonly tally: object;
      readonly trace: readonly { readonly step: string; readonly it: string }[];
    } | null;
    readonly procedure: {
      readonly id: string;
      readonly status: string;
      readonly deadline: string;
      readonly progress: { readonly waiting: readonly string[] };
      readonly ending: object | null;
    } | null;
  };
}

const look = async (decision: string) => (await chamber.ask<Look>(LOOK, { decision })).decision;
const untilStatus = (decision: string, status: string) =>
  chamber.until(
    () => look(decision),
    (found) => found.status === status,
  );
const member = (n: number): Member => {
  const found = chamber.members[n];
  if (!found) throw new Error('no such member');
  return found;
};

/** Noon where the body sits on the day the clocks have gone forward. */
const deadline = { local: '2030-03-31T12:00', zone: 'Europe/Rome' };

async function opened(kind: 'SILENCE' | 'WRITTEN', at: object = deadline) {
  const { decision, textSha256 } = await chamber.proposes();
  const opening = { board: chamber.board, kind, decision, textSha256, deadline: at };
  const procedure = await chamber.does(chamber.secretary, 'openProcedure', opening);
  await untilStatus(decision, 'ON_AGENDA');
  return { decision, procedure, textSha256 };
}

describe('a written procedure', () => {
  let on: Awaited<ReturnType<typeof opened>>;
  const reply = (n: number, choice: string) => {
    const { procedure, textSha256 } = on;
    const answer = { procedure, seat: member(n).seat, choice, textSha256 };
    return chamber.gives(member(n), 'castReply', answer);
  };

  it('GB-1: is not opened for less time than the rulebook gives; its deadline is local', async () => {
    const { decision, textSha256 } = await chamber.proposes();
    const soon = { local: '2030-03-20T12:00', zone: 'Europe/Rome' };
    const opening = { board: chamber.board, kind: 'WRITTEN', decision, textSha256 };
    const kept = await chamber.gives(chamber.secretary, 'openProcedure', {
      ...opening,
      deadline: soon,
    });
    expect(kept).toMatchObject({ rule: 'GB-1', code: 'DeadlineTooSoon' });
    on = await opened('WRITTEN');
    const { procedure } = await look(on.decision);
    expect(procedure).toMatchObject({
      ...{ kind: 'WRITTEN', status: 'OPEN', closesOn: '2030-03-31' },
      ...{ deadline: '2030-03-31T10:00:00.000Z' },
      progress: { entitled: 3, answered: 0, waiting: chamber.members.map(({ seat }) => seat) },
    });
  });

  it('D-1: is answered by its members, who may change their answer, also after a restart', async () => {
    expect(await reply(0, 'AGAINST')).toMatchObject({ outcome: 'accepted' });
    await chamber.sleepUntil('2030-03-15T08:00:00.000Z');
    expect(await reply(0, 'FOR')).toMatchObject({ outcome: 'accepted' });
    expect(await reply(0, 'FOR')).toMatchObject({ code: 'SameReply' });
    expect(await reply(1, 'FOR')).toMatchObject({ outcome: 'accepted' });
    const early = await chamber.gives(chamber.secretary, 'closeProcedureEarly', {
      procedure: on.procedure,
    });
    expect(early).toMatchObject({ rule: 'D-2', code: 'OpenTooShort' });
    expect((await look(on.decision)).procedure).toMatchObject({
      replies: [
        { seat: member(0).seat, choice: 'AGAINST', replaced: true },
        { seat: member(0).seat, choice: 'FOR', replaced: false },
        { seat: member(1).seat, choice: 'FOR', replaced: false },
      ],
      progress: { answered: 2, waiting: [member(2).seat] },
    });
  });

  it('shows the board who is waited for', async () => {
    const found = await chamber.ask<{
      board: { procedures: { totalCount: number; edges: readonly { node: object }[] } };
      node: object;
    }>(
      `query ($board: ID!, $id: ID!) {
        board(id: $board) { procedures(status: OPEN) { totalCount edges { node {
          id title progress { waiting } } } } }
        node(id: $id) { id __typename }
      }`,
      { board: chamber.board, id: on.procedure },
    );
    expect(found.board.procedures).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: on.procedure, progress: { waiting: [member(2).seat] } } }],
    });
    expect(found.node).toEqual({ id: on.procedure, __typename: 'Procedure' });
  });

  it('D-2: closes at its deadline by itself, with an outcome that says how', async () => {
    chamber.server.walkTo('2030-03-31T10:00:00.000Z');
    const found = await untilStatus(on.decision, 'APPROVED');
    expect(found.procedure).toMatchObject({
      status: 'CLOSED',
      ending: { outcome: 'APPROVED', early: false, replied: [member(0).seat, member(1).seat] },
    });
    expect(found.vote).toMatchObject({
      outcome: 'APPROVED',
      tally: { for: 2, against: 0, abstain: 0, recused: 0 },
    });
    expect(found.vote?.trace[0]?.it).toBe('Risposte valide 2 su 3; ne servono 2: bastano.');
    expect(await reply(2, 'FOR')).toMatchObject({ rule: 'X-11', code: 'WrongState' });
  });

  it('D-9: leads to an effective decision, whose vote can be counted again', async () => {
    const { decision, textSha256 } = on;
    const [chair] = chamber.members;
    if (!chair) throw new Error('no chair');
    const as = { person: chair.person, mandate: `${chamber.board}#chair-1` };
    const file = await chamber.uploads(as, 'Firma');
    await chamber.does(as, 'signDecision', {
      ...{ decision, textSha256, signatory: chair.person, level: 'DIGITAL' },
      ...{ signedAt: '2030-03-31T10:00:00.000Z', container: file, report: file },
      ...grounds('Firma.', file),
    });
    await untilStatus(decision, 'NUMBERED');
    await chamber.does(chamber.secretary, 'publishDecision', {
      ...{ decision, where: 'albo', publishedOn: '2030-03-31', document: file },
      ...grounds('Pubblicazione.', file),
    });
    const found = await untilStatus(decision, 'EFFECTIVE');
    expect(found).toMatchObject({ number: '1/2030', effectiveOn: '2030-03-31' });
    const again = await chamber.ask<object>(
      `query ($id: ID!) {
        recompute(decision: $id) { equal recorded computed }
        procedureContext(id: $id) { answered recused notified rulebookVersion deadline
          electorate { members { seat } } procedure { id } decision { id } }
        decisionContext(id: $id) { present }
        voteContext(decision: $id) { __typename tookPart recused notified rulebookVersion
          papers { sha256 } electorate { members { seat } }
          ... on ProcedureContext { procedure { id } } }
      }`,
      { id: decision },
    );
    const seats = chamber.members.map(({ seat }) => seat);
    expect(again).toMatchObject({
      recompute: { equal: true, recorded: 'APPROVED', computed: 'APPROVED' },
      procedureContext: {
        ...{ answered: seats.slice(0, 2), recused: [], notified: seats, rulebookVersion: 1 },
        electorate: { members: seats.map((seat) => ({ seat })) },
        ...{ procedure: { id: on.procedure }, decision: { id: decision } },
      },
      decisionContext: null,
      voteContext: {
        ...{ __typename: 'ProcedureContext', papers: [], tookPart: seats.slice(0, 2) },
        ...{ recused: [], notified: seats, rulebookVersion: 1 },
        electorate: { members: seats.map((seat) => ({ seat })) },
        procedure: { id: on.procedure },
      },
    });
  });
});

describe('a silence procedure', () => {
  const until = { local: '2030-04-30T12:00', zone: 'Europe/Rome' };

  it('D-2: is stopped by one objection with its reasons, and goes to a sitting', async () => {
    const { decision, procedure, textSha256 } = await opened('SILENCE', until);
    const objects = member(2);
    const objection = { procedure, seat: objects.seat, textSha256 };
    const without = await chamber.gives(objects, 'raiseObjection', {
      ...objection,
      reasons: '0'.repeat(64),
    });
    expect(without).toMatchObject({ rule: 'X-6', code: 'DocumentUnknown' });
    const reasons = await chamber.uploads(objects, 'Dissenso motivato');
    await chamber.does(objects, 'raiseObjection', { ...objection, reasons });
    const found = await untilStatus(decision, 'READY_FOR_AGENDA');
    expect(found).toMatchObject({
      deferrals: [{ sitting: procedure, cause: 'OBJECTIONS' }],
      procedure: {
        ...{ status: 'STOPPED', stopCause: 'OBJECTIONS', ending: null },
        objections: [{ seat: objects.seat, reasons }],
      },
    });
  });

  it('D-2: is adopted by its timer once, also where the server slept over the deadline', async () => {
    const { decision, procedure } = await opened('SILENCE', until);
    await chamber.sleepUntil('2030-05-04T08:00:00.000Z');
    const found = await untilStatus(decision, 'APPROVED');
    expect(found.vote).toMatchObject({ tally: { for: 3, against: 0, abstain: 0, recused: 0 } });
    expect(found.vote?.trace.map(({ step }) => step)).toEqual(['QUORUM', 'SILENCE', 'RESULT']);
    await chamber.sleepUntil('2030-05-05T08:00:00.000Z');
    const { history } = await chamber.ask<{
      history: { edges: readonly { node: { type: string; effectiveOn: string | null } }[] };
    }>('query ($of: ID!) { history(of: $of, first: 50) { edges { node { type effectiveOn } } } }', {
      of: procedure,
    });
    const own = history.edges.filter(({ node }) => node.type.startsWith('Procedure'));
    expect(own.map(({ node }) => node)).toEqual([
      { type: 'ProcedureOpened', effectiveOn: null },
      { type: 'ProcedureClosed', effectiveOn: '2030-04-30' },
    ]);
  });
});
