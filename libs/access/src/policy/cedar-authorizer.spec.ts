import { describe, expect, it } from '@jest/globals';
import { CedarAuthorizer, verdictOf } from './cedar-authorizer.js';
import { MemoAuthorizer } from './memo-authorizer.js';
import { PolicyBook } from './policy-book.js';
import { readPolicies } from './policy-text.js';
import { Authorizer } from './question.js';
import type { Action, Question, Standing, Verdict } from './question.js';
import { sliceOf } from './slice.js';

const book = new PolicyBook(readPolicies());
const cedar = new CedarAuthorizer(book);
const above: Readonly<Record<string, readonly string[]>> = {
  'sitting-1': ['board-1'],
  'board-1': ['network-1', 'level-region'],
  'network-1': ['plan-1'],
  'plan-1': ['instance'],
  'level-region': ['instance'],
};
const ask = (
  action: Action,
  standing: Partial<Standing>,
  { type = 'Person', on = 'sitting-1' }: { type?: Question['principal']['type']; on?: string } = {},
): Question => ({
  principal: { type, id: 'p' },
  action,
  resource: sliceOf(on, (id) => above[id] ?? []),
  standing: { mandate: 'seat', forOneself: false, at: {}, ...standing },
});
const seat: Partial<Standing> = { at: { seat: ['board-1'] } };

describe('a decision of the policies', () => {
  it('X-3: lets the holder of a seat vote in a sitting of the board, and names the policy', () => {
    const verdict = { allowed: true, policies: ['members-vote'], trouble: null };
    expect(cedar.decide(ask('vote', seat))).toStrictEqual(verdict);
  });

  it('X-3: keeps out the seat of another board, of the board above, and no seat at all', () => {
    const denied = { allowed: false, policies: [], trouble: null };
    for (const at of [{ seat: ['board-2'] }, { seat: ['sitting-9'] }, {}]) {
      expect(cedar.decide(ask('vote', { at }))).toStrictEqual(denied);
    }
    expect(cedar.decide(ask('vote', seat, { on: 'network-1' }))).toStrictEqual(denied);
  });

  it('X-3: a role is inherited down the hierarchy, never up', () => {
    const lead = { mandate: 'legalRepresentative', at: { lead: ['plan-1'] } };
    expect(cedar.decide(ask('lead', lead, { on: 'network-1' })).allowed).toBe(true);
    const below = { mandate: 'legalRepresentative', at: { lead: ['network-1'] } };
    expect(cedar.decide(ask('lead', below, { on: 'plan-1' })).allowed).toBe(false);
  });

  it('a prohibition holds against every permission: an auditor on a seat, a service, the administrator', () => {
    const auditor = cedar.decide(ask('vote', { ...seat, mandate: 'auditor' }));
    expect(auditor).toStrictEqual({
      ...{ allowed: false, policies: ['auditors-write-nothing'], trouble: null },
    });
    const administrator = cedar.decide(ask('vote', { ...seat, mandate: 'administrator' }));
    expect(administrator.policies).toStrictEqual(['administrators-decide-nothing']);
    const service = cedar.decide(ask('vote', seat, { type: 'Service' }));
    expect(service.policies).toStrictEqual(['services-decide-nothing']);
    expect(cedar.decide(ask('vote', seat)).allowed).toBe(true);
  });

  it('X-5: the administrator appoints others and never themself', () => {
    const opens = { mandate: 'administrator', at: { administrator: ['instance'] } };
    expect(cedar.decide(ask('appoint', opens)).allowed).toBe(true);
    const verdict = cedar.decide(ask('appoint', { ...opens, forOneself: true }));
    expect(verdict.policies).toStrictEqual(['administrators-empower-others']);
  });
});

describe('what could fail open', () => {
  it('an error of a prohibition denies, although Cedar itself says allow', () => {
    const answer = {
      type: 'success',
      response: {
        decision: 'allow',
        diagnostics: {
          reason: ['members-vote'],
          errors: [{ policyId: 'f', error: { message: 'no attribute' } }],
        },
      },
      warnings: [],
    } as unknown as Parameters<typeof verdictOf>[0];
    expect(verdictOf(answer)).toStrictEqual({
      ...{ allowed: false, policies: ['members-vote'], trouble: 'f: no attribute' },
    });
  });

  it('a request without a fact that a prohibition asks for is denied, and alarms', () => {
    const alarms: string[] = [];
    const watched = new CedarAuthorizer(book, (trouble) => alarms.push(trouble));
    const { standing, ...question } = ask('vote', { ...seat, mandate: 'auditor' });
    const lacking = { ...standing, mandate: undefined } as unknown as Standing;
    expect(watched.decide({ ...question, standing: lacking }).allowed).toBe(false);
    expect(alarms).toHaveLength(1);
  });

  it('a scope whose parents were left out is no scope that somebody has a role at', () => {
    const bare = { ...ask('vote', seat), resource: { id: 'sitting-1', above: [] } };
    expect(cedar.decide(bare).allowed).toBe(false);
    const auditor = ask('vote', { ...seat, mandate: 'auditor' });
    // No prohibition asks where something lies, so none can be escaped by leaving that out.
    const verdict = cedar.decide({ ...auditor, resource: bare.resource });
    expect(verdict.policies).toStrictEqual(['auditors-write-nothing']);
    const prohibitions = book.text.files.find(({ name }) => name === 'prohibitions.cedar')?.text;
    expect(prohibitions).not.toMatch(/resource in|in context/u);
  });

  it('an action that the schema does not know is denied', () => {
    const verdict = cedar.decide(ask('fly' as Action, seat));
    expect(verdict.allowed).toBe(false);
    expect(verdict.trouble).not.toBeNull();
  });
});

describe('the memory of decisions', () => {
  class Counting extends Authorizer {
    readonly hash = cedar.hash;
    asked = 0;
    constructor(private readonly verdict?: Verdict) {
      super();
    }
    decide(question: Question): Verdict {
      this.asked += 1;
      return this.verdict ?? cedar.decide(question);
    }
  }

  it('asks once for all who stand alike, and again where anything of it differs', () => {
    const inner = new Counting();
    const memo = new MemoAuthorizer(inner);
    expect(memo.decide(ask('vote', seat))).toStrictEqual(cedar.decide(ask('vote', seat)));
    memo.decide({ ...ask('vote', seat), principal: { type: 'Person', id: 'another' } });
    expect(inner.asked).toBe(1);
    const others = [
      ask('sit', seat),
      ask('vote', { at: { seat: ['board-2'] } }),
      ask('vote', { ...seat, mandate: 'auditor' }),
      ask('vote', { ...seat, forOneself: true }),
      ask('vote', seat, { type: 'Service' }),
      ask('vote', { at: { seat: ['board-1'], chair: ['board-1'] } }),
    ];
    for (const other of others) {
      expect(memo.decide(other)).toStrictEqual(cedar.decide(other));
    }
    expect(inner.asked).toBe(1 + others.length);
  });

  it('keeps no failure: what could not be decided is asked again', () => {
    const inner = new Counting({ allowed: false, policies: [], trouble: 'out of memory' });
    const memo = new MemoAuthorizer(inner);
    memo.decide(ask('vote', seat));
    memo.decide(ask('vote', seat));
    expect(inner.asked).toBe(2);
  });
});
