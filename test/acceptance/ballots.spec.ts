import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VotingBody } from './ballots.js';
import type { OpenVote, Voter } from './ballots.js';
import { forget } from './server.js';

let body: VotingBody;

/** A body of its own, so that nothing in its files is of another vote of the same seats. */
function sitsAnew(): void {
  beforeAll(async () => {
    body = await VotingBody.found();
  }, 120_000);
  afterAll(async () => {
    await body.stop();
    forget(body.server);
  });
}

const LOOK = `query ($id: ID!) {
  sitting(id: $id) { items { vote {
    form ballots { seat choice sealed } voters { seat } ending {
      outcome key tally { for against abstain } trace { step holds }
  } } } }
  history(of: $id, first: 100) { edges { node { type data } } }
}`;

interface Look {
  readonly sitting: {
    readonly items: readonly {
      readonly vote: {
        readonly ballots: readonly { readonly seat: string; readonly choice: string }[];
        readonly voters: readonly { readonly seat: string }[];
        readonly ending: Readonly<Record<string, unknown>> | null;
      };
    }[];
  };
  readonly history: { readonly edges: readonly { readonly node: { readonly type: string } }[] };
}

const LOOK_AT_TIE = `query ($id: ID!) {
  sitting(id: $id) { items { status vote { ending {
    outcome trace { it } tie { rule seat broken { kind side seat person { id } } } } }
    decision { status } } }
  waitingFor(object: $id) { move since waitsFor { local } }
}`;

const CAST = `mutation ($input: CastVoteInput!) { castVote(input: $input) {
  ... on SittingPayload { receipt { revision position eventId repeated vote } }
  ... on Refusal { rule code }
} }`;

const choices = ['FOR', 'FOR', 'AGAINST', 'ABSTAIN'] as const;
const casting = ({ sitting, item, textSha256 }: OpenVote, voter: Voter, choice: string) => ({
  ...{ sitting, item, textSha256, seat: voter.seat, choice, commandId: randomUUID() },
});
const cast = async (as: Voter, input: object) =>
  (await body.ask<{ castVote: { receipt?: Receipt; code?: string } }>(CAST, { input }, as))
    .castVote;
type Receipt = Readonly<Record<string, unknown>>;
const look = (id: string) => body.ask<Look>(LOOK, { id });
const voteIn = (found: Look) => found.sitting.items[0]?.vote;
/** Types of the facts of a sitting, without those of the processes that listen to it. */
const factsIn = ({ history }: Look) =>
  history.edges.map(({ node }) => node.type).filter((type) => !/^(Process|Timer)/.test(type));
const recomputed = async (id: string) => {
  const found = await body.ask<{ sitting: { items: { decision: { id: string } }[] } }>(
    'query ($id: ID!) { sitting(id: $id) { items { decision { id } } } }',
    { id },
  );
  const decision = found.sitting.items[0]?.decision.id;
  const document = 'query ($decision: ID!) { recompute(decision: $decision) { equal computed } }';
  return await body.ask<object>(document, { decision });
};

describe('a hidden vote', () => {
  sitsAnew();

  it('D-3: is read by nobody until it is closed, a killed server in between; then counted again by all', async () => {
    const vote = await body.opens('HIDDEN');
    const [first, second, third, fourth] = body.voters as [Voter, Voter, Voter, Voter];
    const input = casting(vote, first, choices[0]);
    const { receipt } = await cast(first, input);
    await body.killed();
    expect((await cast(first, input)).receipt).toEqual({ ...receipt, repeated: true });
    expect((await cast(first, { ...input, choice: 'AGAINST' })).code).toBe('OtherInput');
    expect((await cast(first, casting(vote, first, 'AGAINST'))).code).toBe('VotedAlready');
    for (const [i, voter] of [second, third, fourth].entries()) {
      await cast(voter, casting(vote, voter, choices[i + 1] ?? 'FOR'));
    }
    const before = await look(vote.sitting);
    expect(voteIn(before)).toMatchObject({ ballots: [], ending: null, form: 'HIDDEN' });
    expect(voteIn(before)?.voters).toHaveLength(4);
    expect(JSON.stringify(before)).not.toMatch(/"choice"|"(for|against|abstain)"[^:]/i);
    expect(body.linked(body.voters.map(({ seat }) => seat))).toEqual([]);

    await body.does(body.chair, 'closeVote', { sitting: vote.sitting, item: vote.item });
    const after = voteIn(await look(vote.sitting));
    expect(after?.ending).toMatchObject({ outcome: 'APPROVED', tally: { for: 2, against: 1 } });
    expect(after?.ending?.key).toMatch(/^[\w-]{43}$/);
    expect(after?.ballots.map(({ choice }) => choice)).toEqual(choices);
    // What is looked for is found where it may be: in the log of a hidden vote that is closed.
    expect(body.linked([first.seat]).some((path) => path.includes('log.db'))).toBe(true);
    expect(await recomputed(vote.sitting)).toEqual({
      recompute: { equal: true, computed: 'APPROVED' },
    });
    expect((await cast(first, input)).receipt).toEqual({ ...receipt, repeated: true });
  }, 120_000);

  it('D-3: takes no reason along, which would stay and say how it was cast', async () => {
    const vote = await body.opens('HIDDEN');
    const [first] = body.voters as [Voter];
    const input = casting(vote, first, 'FOR');
    const reason = 'Perché sono favorevole';
    expect((await cast(first, { ...input, reason })).code).toBe('GroundsDisclose');
    const kept = [...body.files()].filter(([, bytes]) => bytes.includes(reason));
    expect(kept).toEqual([]);
    expect((await cast(first, input)).receipt).toBeDefined();
  }, 120_000);
});

describe('a secret vote', () => {
  sitsAnew();

  it('D-3: ends as a list and a tally, a killed server in between, and leaves no link of seat and choice', async () => {
    const vote = await body.opens('SECRET');
    const voters = body.voters as [Voter, Voter, Voter, Voter];
    const seats = voters.map(({ seat }) => seat);
    const [first, second] = voters;
    const opened = factsIn(await look(vote.sitting));
    const input = casting(vote, first, choices[0]);
    const { receipt } = await cast(first, input);
    expect(receipt).toMatchObject({ vote: vote.item, repeated: false });
    await body.killed();
    expect((await cast(first, input)).receipt).toEqual({ ...receipt, repeated: true });
    expect((await cast(first, { ...input, choice: 'AGAINST' })).code).toBe('OtherInput');
    expect((await cast(first, casting(vote, first, 'FOR'))).code).toBe('VotedAlready');
    // From here on in another order than that of the seats.
    for (const [i, voter] of voters.slice(1).reverse().entries()) {
      const other = await cast(voter, casting(vote, voter, ['ABSTAIN', 'AGAINST', 'FOR'][i] ?? ''));
      expect(other.receipt).toEqual(receipt);
    }
    const during = await look(vote.sitting);
    expect(factsIn(during)).toEqual(opened);
    expect(voteIn(during)).toMatchObject({ ballots: [], voters: [], ending: null });
    // A backup leaves the boxes out: it has neither papers nor key.
    const backup = body.files('ballots.db');
    const boxes = [...body.files()].filter(([path]) => path.includes('ballots.db'));
    expect(boxes.length).toBeGreaterThan(0);
    expect(body.linked(seats, 'ballots.db')).toEqual([]);
    expect([...backup.keys()].filter((path) => path.includes('ballots.db'))).toEqual([]);

    await body.does(body.chair, 'closeVote', { sitting: vote.sitting, item: vote.item });
    const found = voteIn(await look(vote.sitting));
    expect(found).toMatchObject({ ballots: [] });
    expect(found?.voters.map(({ seat }) => seat)).toEqual([...seats].sort());
    expect(found?.ending).toMatchObject({
      ...{ outcome: 'APPROVED', key: null, tally: { for: 2, against: 1, abstain: 1 } },
    });
    expect(await recomputed(vote.sitting)).toEqual({
      recompute: { equal: true, computed: 'APPROVED' },
    });
    expect((await cast(second, casting(vote, second, 'FOR'))).code).toBe('VoteNotOpen');
    // Neither files, now and once the server has ended, nor what it printed.
    const commands = [...body.files()].filter(([, bytes]) => bytes.includes(input.commandId));
    expect(commands.map(([path]) => path)).toEqual([]);
    const boxed = [...body.files()].filter(([path]) => path.includes('ballots.db'));
    expect(body.linked(seats)).toEqual([]);
    for (const [, bytes] of boxed) expect(seats.some((seat) => bytes.includes(seat))).toBe(false);
    await body.killed();
    expect(body.printed.join('\n')).not.toMatch(/\b(FOR|AGAINST|ABSTAIN)\b|"choice"/);
  }, 120_000);

  it('D-3: a unanimous result says that it discloses every vote', async () => {
    const vote = await body.opens('SECRET');
    for (const voter of body.voters) await cast(voter, casting(vote, voter, 'FOR'));
    await body.does(body.chair, 'closeVote', { sitting: vote.sitting, item: vote.item });
    const trace = voteIn(await look(vote.sitting))?.ending?.trace;
    expect(trace).toContainEqual({ step: 'SECRECY', holds: false });
  }, 120_000);

  it('D-2, D-3: on paper is a tally with its tellers', async () => {
    const { textSha256, ...vote } = await body.opens('SECRET_ON_PAPER');
    const [first, second] = body.voters as [Voter, Voter];
    const voters = body.voters.map(({ seat }) => seat);
    const tally = { ...vote, textSha256, voters, for: 1, against: 2, abstain: 1 };
    const tellers = [first.person, second.person];
    const kept = await body.gives(body.secretary, 'recordSecretTally', {
      ...tally,
      for: 2,
      tellers,
    });
    expect(kept).toMatchObject({ outcome: 'refused', rule: 'D-2', code: 'TallyMismatch' });
    await body.does(body.secretary, 'recordSecretTally', { ...tally, tellers });
    await body.does(body.chair, 'closeVote', vote);
    const found = voteIn(await look(vote.sitting));
    expect(found?.ending).toMatchObject({ outcome: 'REJECTED', tally: { for: 1, against: 2 } });
    expect(found?.voters).toHaveLength(4);
  }, 120_000);

  it('D-2, D-3: tied, it is decided by lot, and its papers stay secret', async () => {
    const { textSha256, ...vote } = await body.opens('SECRET');
    const halves = ['FOR', 'FOR', 'AGAINST', 'AGAINST'];
    for (const [i, voter] of body.voters.entries()) {
      await cast(voter, casting({ ...vote, textSha256 }, voter, halves[i] ?? 'FOR'));
    }
    await body.does(body.chair, 'closeVote', vote);
    const tied = voteIn(await look(vote.sitting));
    expect(tied).toMatchObject({ ballots: [], ending: { outcome: 'TIED' } });
    const drawnBy = body.voters[1]?.person;
    const draw = { ...vote, textSha256, side: 'AGAINST', record: 'f'.repeat(64), drawnBy };
    const without = await body.gives(body.secretary, 'recordDraw', draw);
    expect(without).toMatchObject({ outcome: 'refused', rule: 'X-6' });
    const record = await body.records();
    await body.does(body.secretary, 'recordDraw', { ...draw, record });
    const drawn = voteIn(await look(vote.sitting));
    expect(drawn).toMatchObject({ ballots: [], ending: { outcome: 'REJECTED' } });
    expect(drawn?.ending?.trace).toContainEqual({ step: 'TIE_BREAK', holds: false });
    expect(await recomputed(vote.sitting)).toEqual({
      recompute: { equal: true, computed: 'REJECTED' },
    });
  }, 120_000);

  it('D-2: tied by name, it waits for the second vote of who presides, who abstained, and is counted again with it', async () => {
    const second = await body.beside({ tie: 'CHAIR_SECOND' });
    const { textSha256, ...vote } = await second.opens('NAMED');
    const [chair, other] = second.voters as [Voter, Voter];
    for (const [i, voter] of second.voters.entries()) {
      const choice = ['ABSTAIN', 'FOR', 'AGAINST', 'ABSTAIN'][i] ?? 'FOR';
      await second.does(voter, 'castVote', casting({ ...vote, textSha256 }, voter, choice));
    }
    await second.does(second.chair, 'closeVote', vote);
    const looks = () => second.ask<object>(LOOK_AT_TIE, { id: vote.sitting });
    const tie = { rule: 'CHAIR_SECOND', seat: chair.seat };
    expect(await looks()).toMatchObject({
      sitting: {
        items: [
          {
            ...{ status: 'VOTE_TIED', decision: { status: 'ON_AGENDA' } },
            vote: { ending: { outcome: 'TIED', tie: { ...tie, broken: null } } },
          },
        ],
      },
      waitingFor: expect.arrayContaining([
        { move: 'BREAK_TIE', waitsFor: { local: chair.seat }, since: expect.any(String) },
      ]),
    });
    expect(await recomputed(vote.sitting)).toEqual({
      recompute: { equal: true, computed: 'TIED' },
    });
    const again = { ...vote, textSha256, side: 'FOR' };
    expect(await second.gives(other, 'castSecondVote', again)).toMatchObject({
      code: 'NotPresidingSeat',
    });
    const { sitting } = vote;
    const kept = await second.gives(second.chair, 'closeMeeting', { sitting });
    expect(kept).toMatchObject({ rule: 'D-2', code: 'TieWaits' });
    await second.does(chair, 'castSecondVote', again);
    const found = await second.until(looks, (one) => JSON.stringify(one).includes('"APPROVED"}'));
    const broken = { kind: 'SECOND_VOTE', side: 'FOR', seat: chair.seat };
    expect(found).toMatchObject({
      sitting: { items: [{ vote: { ending: { outcome: 'APPROVED', tie: { broken } } } }] },
    });
    expect(JSON.stringify(found)).toContain('approvata con il secondo voto di chi presiede');
    expect(JSON.stringify(found)).not.toContain('BREAK_TIE');
    expect(await recomputed(vote.sitting)).toEqual({
      recompute: { equal: true, computed: 'APPROVED' },
    });
    await second.does(second.chair, 'closeMeeting', { sitting });
  }, 120_000);
});
