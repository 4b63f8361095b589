import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, drawValues, fixedValues } from '@tavolo/demo';
import type { BoardFacts, Stage, Step } from '@tavolo/demo';
import { countOf, outcomeOf } from './counted.js';
import { refusalsOf, seed, stageOn } from './played.js';
import { printed } from './printed.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

const IN_EFFECT = `query ($id: ID!, $today: LocalDate!) {
  decision(id: $id) { today: inEffect(on: $today) before: inEffect(on: "2001-01-01") }
}`;

interface Found {
  readonly plan: {
    readonly status: string;
    readonly total: { readonly cents: string };
    readonly adoption: {
      readonly decisionId: string;
      readonly sha256: string;
      readonly version: number;
    } | null;
    readonly actions: readonly {
      readonly budgetLines: readonly {
        readonly amount: { readonly cents: string };
        readonly shares: readonly { readonly amount: { readonly cents: string } }[];
      }[];
    }[];
    readonly tables: readonly {
      readonly open: boolean;
      readonly contributions: readonly {
        readonly status: string;
        readonly reason: string | null;
      }[];
    }[];
  };
  readonly decision: {
    readonly status: string;
    readonly number: string | null;
    readonly deferrals: readonly { readonly sitting: string; readonly cause: string }[];
    readonly vote: { readonly outcome: string; readonly tally: object };
    readonly signature: { readonly signedAs: string } | null;
  };
  readonly deserted: {
    readonly status: string;
    readonly items: readonly { readonly status: string; readonly quorum: object }[];
  };
  readonly sitting: {
    readonly minutesRecord: string | null;
    readonly record: { readonly json: string; readonly sha256: string };
    readonly items: readonly { readonly quorum: object }[];
  };
}

const LOOK = `query ($plan: ID!, $decision: ID!, $sitting: ID!, $deserted: ID!) {
  plan(id: $plan) {
    status total { cents } adoption { decisionId sha256 version }
    actions { budgetLines { amount { cents } shares { amount { cents } } } }
    tables { open contributions { status reason } }
  }
  decision(id: $decision) {
    status number deferrals { sitting cause } signature { signedAs }
    vote { outcome tally { for against abstain recused } }
  }
  deserted: sitting(id: $deserted) { status items { status quorum { reached counted whole needed cause } } }
  sitting(id: $sitting) {
    minutesRecord record { json sha256 }
    items { quorum { reached counted whole needed } }
  }
}`;

describe.each([
  ['fixed values', fixedValues.board],
  [`values of seed ${String(seed)}`, drawValues(seed).board],
  // A neighbour of the first: one vote changed, and nothing is adopted.
  [
    'a majority that is missing',
    {
      ...fixedValues.board,
      conduct: ['for', 'for', 'against', 'against', 'recused', 'for', 'against'] as const,
    },
  ],
])('the board, with %s', (_name, values) => {
  let facts: BoardFacts;
  let stage: Stage;
  let told: readonly Step[];
  let found: Found;
  // Reckoned here, from the values alone.
  const expected = outcomeOf(values);
  const adopted = expected === 'APPROVED';
  const seats = values.conduct.length;
  const needed = Math.floor(seats / 2) + 1;

  beforeAll(async () => {
    ({ stage, told } = stageOn(server.url));
    facts = await boardJourney(stage, values);
    const { plan, decision, sitting, deserted } = facts;
    found = await stage.ask<Found>(LOOK, { plan, decision, sitting, deserted });
  }, 120_000);

  it('its papers come as PDF/A of one moment, the same bytes for the same event', async () => {
    const { sitting, decision } = facts;
    const prints = [
      ...['notice', 'attendance', 'minutes'].map((name) => `/sittings/${sitting}/${name}.pdf`),
      `/decisions/${decision}/resolution.pdf`,
    ];
    for (const print of prints) {
      const first = await printed(`${server.url}${print}`);
      expect(first).toMatchObject({ status: 200, type: 'application/pdf' });
      expect(first.bytes).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(first.again).toMatch(/[?]at=[0-9a-f-]{36}&lang=it$/u);
      expect(await printed(`${server.url}${first.again ?? ''}`)).toEqual(first);
    }
    const notice = `${server.url}/sittings/${sitting}/notice.pdf`;
    const etag = (await fetch(notice)).headers.get('etag') ?? '';
    for (const [known, status] of [[`"other", W/${etag}`, 304] as const, ['"other"', 200] as const])
      expect(await fetch(notice, { headers: { 'if-none-match': known } })).toMatchObject({
        status,
      });
    const { bytes } = await printed(`${notice}?standard=ua-1&lang=en`);
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const none = notice.replace(sitting, 'sitting-00000000-0000-4000-8000-00000000000d');
    for (const address of [none, `${notice}?at=2020-01-01T00:00:00Z`, `${notice}x`]) {
      expect(await printed(address)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    for (const wrong of ['at=yesterday', 'standard=x-1a']) {
      const refused = await printed(`${notice}?${wrong}`);
      expect(refused).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    }
  });

  it('D-2: the outcome is the computed one, with every vote in its tally', () => {
    const tally = {
      for: countOf(values, 'for'),
      against: countOf(values, 'against'),
      abstain: countOf(values, 'abstain'),
      recused: 1,
    };
    expect(facts.ending).toMatchObject({ outcome: expected, tally });
    expect(found.decision.vote).toMatchObject({ outcome: expected, tally });
    expect(facts.ending.trace.length).toBeGreaterThan(3);
  });

  it('GB-9: minutes carry the hash of the record, whose bytes anybody who reads it can hash', () => {
    const { record, minutesRecord } = found.sitting;
    const bytes = createHash('sha256').update(record.json, 'utf8').digest('hex');
    expect([record.sha256, minutesRecord]).toEqual([bytes, bytes]);
    const { items, attendance } = JSON.parse(record.json) as {
      items: readonly { votes: readonly { closed: { outcome: string } }[] }[];
      attendance: readonly { leftAt: string | null }[];
    };
    expect(items[0]?.votes[0]?.closed.outcome.toUpperCase()).toBe(expected);
    expect(attendance.map(({ leftAt }) => leftAt)).not.toContain(null);
  });

  it('GB-2, GB-10: too few deserted the first sitting; the quorum of the second is the item’s', () => {
    const few = Math.floor(seats / 2);
    expect(found.deserted.status).toBe('DESERTED');
    expect(found.deserted.items[0]?.quorum).toMatchObject({
      ...{ reached: false, counted: few, whole: seats, needed, cause: 'ABSENCE' },
    });
    expect(found.decision.deferrals).toEqual([{ sitting: facts.deserted, cause: 'DESERTED' }]);
    const counted = seats - countOf(values, 'absent') - 1;
    expect(found.sitting.items[0]?.quorum).toEqual({
      reached: true,
      counted,
      whole: seats,
      needed,
    });
  });

  it('D-6: the decision is in effect from its publication, where it is approved, and not before', async () => {
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Rome' });
    const { decision } = await stage.ask<{ decision: object }>(IN_EFFECT, {
      ...{ id: facts.decision, today },
    });
    expect(decision).toStrictEqual({ today: found.decision.status === 'EFFECTIVE', before: false });
  });

  it('PL-4, D-9: the plan is adopted by the effective decision on its version, or not at all', () => {
    const { plan, decision } = found;
    expect(decision.status).toBe(adopted ? 'EFFECTIVE' : 'REJECTED');
    expect(plan.status).toBe(adopted ? 'SUBMITTED' : 'VALIDATED');
    const { version, sha256 } = facts.version;
    const adoption = { decisionId: facts.decision, version, sha256 };
    expect(plan.adoption).toEqual(adopted ? adoption : null);
    expect(decision.number).toEqual(adopted ? expect.stringMatching(/^1\/\d{4}$/) : null);
    expect(decision.signature).toEqual(adopted ? { signedAs: 'CHAIR' } : null);
  });

  it('PL-7: the shares of every line are the line, and the lines are the plan', () => {
    const lines = values.actions.flat();
    let total = 0;
    for (const cents of lines) total += cents;
    expect(found.plan.total.cents).toBe(String(total));
    const shown = found.plan.actions.flatMap(({ budgetLines }) => budgetLines);
    expect(shown).toHaveLength(lines.length);
    for (const { amount, shares } of shown) {
      let sum = 0;
      for (const share of shares) sum += Number(share.amount.cents);
      expect(String(sum)).toBe(amount.cents);
    }
  });

  it('PL-4: the table is closed, every contribution accepted or rejected with a reason', () => {
    const [table] = found.plan.tables;
    expect(table?.open).toBe(false);
    const statuses = table?.contributions.map(({ status }) => status) ?? [];
    expect(statuses).toHaveLength(values.contributions);
    const accepted = Math.ceil(values.contributions / 2);
    expect(statuses.filter((status) => status === 'ACCEPTED')).toHaveLength(accepted);
    expect(table?.contributions.every(({ reason }) => reason !== null)).toBe(true);
  });

  it('D-1, GB-3, GB-10, PL-4: what the rules keep out is refused by them, in this order', () => {
    const rejected = Array<string>(Math.floor(values.contributions / 2));
    expect(refusalsOf(told)).toEqual([
      'X-5 OwnDraft',
      'X-5 SamePerson',
      ...rejected.fill('PL-4 ContributionReasonMissing'),
      'PL-4 TableOpen',
      'GB-10 QuorumNotVerified',
      'GB-10 SittingDeserted',
      'D-1 VoteNotOpen',
      'GB-3 SeatRecused',
      'D-1 VotedAlready',
      'PL-4 DecisionMissing',
    ]);
  });
});
