import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Acting } from '@tavolo/demo';
import { VotingBody } from './ballots.js';
import type { OpenProcedure, Voter } from './ballots.js';
import { forget } from './server.js';

const LOOK_IN_WRITING = `query ($id: ID!, $decision: ID!) {
  procedure(id: $id) { form progress { answered waiting } replies { seat choice }
    voters { seat } ending { outcome key tally { for against abstain } } }
  procedureContext(id: $decision) { answered }
  waitingFor(object: $id) { move waitsFor { local } }
  history(of: $id, first: 100) { edges { node { type data } } }
  recompute(decision: $decision) { equal computed }
}`;

const SEEN = `voterSight(seat: $seat) { seat person { id } shown confidential mandates grantedBy
  keptFields policyHash documents { kind sha256 confidential shown } }`;
const SIGHT = `query ($id: ID!, $seat: ID!) { procedureContext(id: $id) { ${SEEN} } }`;
const SIGHT_IN_SITTING = `query ($id: ID!, $seat: ID!) { decisionContext(id: $id) { ${SEEN} } }`;
const BESIDE = `query ($decision: ID!) { policyVersions { hash active }
  readingTraces(object: $decision) { totalCount } }`;

interface Sighted {
  readonly procedureContext: { readonly voterSight: object | null } | null;
}
interface InSitting {
  readonly decisionContext: { readonly voterSight: object | null } | null;
}
interface Beside {
  readonly policyVersions: readonly { readonly hash: string; readonly active: boolean }[];
  readonly readingTraces: { readonly totalCount: number };
}
interface InWriting {
  readonly procedure: {
    readonly progress: object;
    readonly replies: readonly { readonly choice: string }[];
    readonly voters: readonly object[];
    readonly ending: { readonly key: string | null } | null;
  };
  readonly waitingFor: readonly {
    readonly move: string;
    readonly waitsFor: { readonly local: string | null };
  }[];
  readonly history: object;
}

describe('a procedure in writing', () => {
  let body: VotingBody;
  beforeAll(async () => {
    body = await VotingBody.found();
  }, 120_000);
  afterAll(async () => {
    await body.stop();
    forget(body.server);
  });

  const seats = () => body.voters.map(({ seat }) => seat);
  const replies = async ({ procedure, textSha256 }: OpenProcedure, choice: string, as: Voter) => {
    const input = { procedure, textSha256, seat: as.seat, choice, commandId: randomUUID() };
    return await body.gives(as, 'castReply', input);
  };
  const looks = ({ procedure, decision }: OpenProcedure) =>
    body.ask<InWriting>(LOOK_IN_WRITING, { id: procedure, decision });
  const closes = ({ procedure }: OpenProcedure) =>
    body.gives(body.secretary, 'closeProcedureEarly', { procedure });
  const awaits = ({ waitingFor }: InWriting) =>
    waitingFor.flatMap(({ move, waitsFor }) => (move === 'CAST_REPLY' ? [waitsFor.local] : []));

  it('D-3: in secret ends as a list and a tally, a killed server in between; hidden it is read once closed', async () => {
    const secret = await body.asks('SECRET');
    const [first, second] = body.voters as [Voter, Voter];
    for (const [i, voter] of body.voters.slice(1).entries()) {
      const answer = await replies(secret, ['FOR', 'AGAINST', 'FOR'][i] ?? '', voter);
      expect(answer).toMatchObject({ outcome: 'accepted', receipt: { revision: 0 } });
    }
    // A repeat replaces the paper of the seat; a reason would say how it was answered.
    expect(await replies(secret, 'ABSTAIN', second)).toMatchObject({ outcome: 'accepted' });
    const { procedure, textSha256 } = secret;
    const talking = { procedure, textSha256, seat: first.seat, choice: 'FOR', reason: 'Concordo' };
    expect(await body.gives(first, 'castReply', talking)).toMatchObject({
      code: 'GroundsDisclose',
    });
    await body.killed();
    expect(await closes(secret)).toMatchObject({ rule: 'D-3', code: 'NotAllReplied' });
    const during = await looks(secret);
    expect(during).toMatchObject({
      procedure: { form: 'SECRET', replies: [], voters: [], ending: null },
      ...{ procedureContext: { answered: [] }, recompute: null },
    });
    expect(during.procedure.progress).toEqual({ answered: 0, waiting: seats() });
    expect(awaits(during).toSorted()).toEqual(seats().toSorted());
    expect(JSON.stringify(during.history)).not.toContain('ReplyCast');
    expect(body.linked(seats(), 'ballots.db')).toEqual([]);
    await replies(secret, 'FOR', first);
    expect(await closes(secret)).toMatchObject({ outcome: 'accepted' });
    expect(await looks(secret)).toMatchObject({
      procedure: {
        ...{
          replies: [],
          voters: seats()
            .toSorted()
            .map((seat) => ({ seat })),
        },
        ending: { outcome: 'APPROVED', key: null, tally: { for: 2, against: 1, abstain: 1 } },
      },
      recompute: { equal: true, computed: 'APPROVED' },
    });
    expect(body.linked(seats())).toEqual([]);

    const hidden = await body.asks('HIDDEN');
    for (const voter of body.voters.slice(1)) await replies(hidden, 'FOR', voter);
    const sealed = await looks(hidden);
    expect(sealed).toMatchObject({ procedure: { replies: [], ending: null } });
    expect(sealed.procedure.voters).toHaveLength(3);
    expect(awaits(sealed)).toEqual([first.seat]);
    expect(JSON.stringify(sealed)).not.toMatch(/"choice"|"(for|against|abstain)"[^:]/i);
    expect(body.linked(seats())).toEqual([]);
    await replies(hidden, 'AGAINST', first);
    expect(await closes(hidden)).toMatchObject({ outcome: 'accepted' });
    const opened = await looks(hidden);
    expect(opened.procedure.ending?.key).toMatch(/^[\w-]{43}$/);
    expect(opened.procedure.replies.map(({ choice }) => choice)).toEqual([
      ...['FOR', 'FOR', 'FOR', 'AGAINST'],
    ]);
    expect(opened).toMatchObject({ recompute: { equal: true, computed: 'APPROVED' } });
    expect(body.printed.join('\n')).not.toMatch(/\b(FOR|AGAINST|ABSTAIN)\b|"choice"/);
  }, 120_000);

  it('D-2: with equal answers waits for a drawing by lot, or for who presides to put it off', async () => {
    const tied = async () => {
      const asked = await body.asks('HIDDEN');
      for (const [i, voter] of body.voters.entries()) {
        await replies(asked, i < 2 ? 'FOR' : 'AGAINST', voter);
      }
      expect(await closes(asked)).toMatchObject({ outcome: 'accepted' });
      const { procedure, waitingFor } = await looks(asked);
      expect(procedure.ending).toMatchObject({ outcome: 'TIED' });
      expect(waitingFor.map(({ move }) => move)).toContain('BREAK_TIE');
      return asked;
    };
    const { textSha256, ...drawn } = await tied();
    const record = await body.records();
    await body.does(body.secretary, 'recordProcedureDraw', {
      ...{ procedure: drawn.procedure, textSha256, side: 'FOR', record },
      drawnBy: body.voters[2]?.person,
    });
    expect(await looks({ ...drawn, textSha256 })).toMatchObject({
      procedure: { ending: { outcome: 'APPROVED' } },
      recompute: { equal: true, computed: 'APPROVED' },
    });
    const off = await tied();
    const { procedure } = off;
    const kept = await body.gives(body.secretary, 'postponeProcedureTie', { procedure });
    expect(kept).toMatchObject({ outcome: 'refused' });
    await body.does(body.chair, 'postponeProcedureTie', { procedure });
    const ended = await looks(off);
    expect(ended.procedure.ending).toMatchObject({ outcome: 'POSTPONED' });
    expect(ended.waitingFor.map(({ move }) => move)).not.toContain('BREAK_TIE');
  }, 120_000);

  it('X-3: shows an auditor of a vote in a sitting, too, what who voted could see then, and nobody beside them', async () => {
    const { sitting, item, textSha256 } = await body.opens('NAMED', {
      confidential: true,
    });
    const decision = await body.decisionIn(sitting);
    const [, voter, other] = body.voters as [Voter, Voter, Voter];
    const choice = { sitting, item, textSha256, seat: voter.seat, choice: 'FOR' };
    expect(await body.gives(voter, 'castVote', choice)).toMatchObject({ outcome: 'accepted' });
    const auditor = await body.appointsAuditor();
    const sees = async (as: Acting, { seat }: Voter) => {
      const found = await body.ask<InSitting>(SIGHT_IN_SITTING, { id: decision, seat }, as);
      return found.decisionContext?.voterSight ?? null;
    };
    expect(await sees(auditor, voter)).toBeNull(); // An auditor who does not say why.
    await body.does(body.chair, 'discloseDecision', { decision });
    const { policyVersions } = await body.ask<Beside>(BESIDE, { decision }, auditor);
    expect(await sees(auditor, voter)).toMatchObject({
      ...{ seat: voter.seat, person: { id: voter.person }, shown: true, confidential: true },
      ...{ mandates: [voter.mandate], grantedBy: voter.mandate, keptFields: [] },
      policyHash: policyVersions.find(({ active }) => active)?.hash,
      documents: ['TEXT', 'MOTIVATION', 'OPINION'].map((kind) => ({
        ...{ kind, sha256: textSha256, confidential: true, shown: true },
      })),
    });
    expect(await sees(auditor, other)).toBeNull(); // Who has not voted.
    expect(await sees(other, voter)).toBeNull(); // Who only sits beside them.
    expect(await sees(voter, voter)).toMatchObject({ grantedBy: voter.mandate });
  }, 120_000);

  it('X-3: shows an auditor what who voted could see then, whatever has become of matter and seat', async () => {
    const named = await body.asks('NAMED', { confidential: true });
    const [, voter, other] = body.voters as [Voter, Voter, Voter];
    await replies(named, 'FOR', voter);
    const auditor = await body.appointsAuditor();
    const { procedure, decision, textSha256 } = named;
    const sees = async (as: Acting, { seat }: Voter) => {
      const found = await body.ask<Sighted>(SIGHT, { id: decision, seat }, as);
      return found.procedureContext?.voterSight ?? null;
    };
    expect(await sees(auditor, voter)).toBeNull(); // An auditor who does not say why.
    expect(await sees(voter, voter)).toMatchObject({ confidential: true });
    expect(await body.gives(body.chair, 'discloseDecision', { decision })).toMatchObject({
      outcome: 'accepted',
    });
    await body.suspends(voter);
    const { policyVersions, readingTraces } = await body.ask<Beside>(BESIDE, { decision }, auditor);
    const of = { confidential: true, shown: true, sha256: textSha256 };
    expect(await sees(auditor, voter)).toStrictEqual({
      ...{ seat: voter.seat, person: { id: voter.person }, shown: true, confidential: true },
      ...{ mandates: [voter.mandate], grantedBy: voter.mandate, keptFields: [] },
      policyHash: policyVersions.find(({ active }) => active)?.hash,
      documents: [
        { kind: 'TEXT', ...of },
        { kind: 'MOTIVATION', ...of },
        { kind: 'OPINION', ...of },
      ],
    });
    const after = await body.ask<Beside>(BESIDE, { decision }, auditor);
    expect(after.readingTraces.totalCount).toBe(readingTraces.totalCount + 1);
    expect(await sees(auditor, other)).toBeNull(); // Who has not voted.
    expect(await sees(other, voter)).toBeNull(); // Who only sits beside them.
    await replies({ procedure, decision, textSha256 }, 'AGAINST', other);
    expect(await sees(auditor, other)).toMatchObject({ confidential: false, grantedBy: null });
  }, 120_000);
});
