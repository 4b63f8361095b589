import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, Client, fixedValues, Stage } from '@tavolo/demo';
import type { Step } from '@tavolo/demo';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

type Accepted = Extract<Step, { kind: 'accepted' }>;
/** The story is broken off at this step. */
class FirstVote extends Error {}

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

interface Found {
  readonly decision: {
    readonly status: string;
    readonly deferrals: readonly { readonly cause: string }[];
  };
  readonly sitting: {
    readonly items: readonly {
      readonly status: string;
      readonly vote: { readonly ending: object | null; readonly ballots: readonly object[] };
    }[];
  };
}

const LOOK = `query ($decision: ID!, $sitting: ID!) {
  decision(id: $decision) { status deferrals { cause } }
  sitting(id: $sitting) { items { status vote { ending { outcome } ballots { choice } } } }
}`;

describe('a plan that is edited after the first vote on it', () => {
  const acts = new Map<string, Accepted>();
  let stage: Stage;

  beforeAll(async () => {
    const tell = (step: Step) => {
      if (step.kind !== 'accepted') return;
      acts.set(step.mutation, step);
      if (step.mutation === 'castVote') throw new FirstVote();
    };
    stage = new Stage({ client: new Client(server.url), tell });
    await expect(boardJourney(stage, fixedValues.board)).rejects.toThrow(FirstVote);
    stage = stage.inSilence();
  }, 120_000);

  it('X-8: has the vote voided and the decision deferred; what was cast stays readable', async () => {
    const [beginning, proposal, ballot] = ['initiatePlan', 'proposeDecision', 'castVote'].map(
      (mutation) => acts.get(mutation),
    );
    const [plan, decision] = [beginning?.receipt.stream, proposal?.receipt.stream];
    const sitting = ballot?.receipt.stream;
    if (!beginning) throw new Error('no plan was begun');
    const seen = await stage.ask<{ plan: { revision: number } }>(
      'query ($id: ID!) { plan(id: $id) { revision } }',
      { id: plan },
    );
    const section = { section: '01-finalita', title: 'Finalità', text: 'Altre finalità.' };
    const edit = { plan, ...section, seenRevision: seen.plan.revision };
    const what = { it: 'modifica il piano', en: 'edits the plan' };
    await stage.by(beginning.who).does(what, { reviseSection: edit });
    const found = await stage.until(
      { it: 'la proposta è rinviata', en: 'the proposal is deferred' },
      () => stage.ask<Found>(LOOK, { decision, sitting }),
      (now) => now.decision.status === 'DEFERRED',
    );
    expect(found.decision.deferrals.at(-1)).toEqual({ cause: 'TEXT_SUPERSEDED' });
    const vote = { ending: null, ballots: [{ choice: expect.any(String) }] };
    expect(found.sitting.items).toEqual([{ status: 'DEFERRED', vote }]);
  });
});
