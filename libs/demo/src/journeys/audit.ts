import type { Stage } from '../stage.js';
import { the } from './world.js';

/** A fact of the log, as the history of an object shows it. */
export interface HistoryEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly mandate: string | null;
  readonly reason: string | null;
  readonly actor: { readonly id: string; readonly name: string | null };
  readonly documents: readonly { readonly sha256: string }[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface HistoryPage {
  readonly history: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: HistoryEvent }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const HISTORY = `query ($of: ID!, $after: String) { history(of: $of, first: 20, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node {
    id type stream position recordedAt mandate reason actor { id name } documents { sha256 } data
  } }
} }`;

/** Every event about an object, oldest first, page by page. */
export async function historyOf(stage: Stage, of: string): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  for (let after: string | null = null; ;) {
    const { history }: HistoryPage = await stage.ask<HistoryPage>(HISTORY, { of, after });
    events.push(...history.edges.map(({ node }) => node));
    after = history.pageInfo.endCursor;
    if (!history.pageInfo.hasNextPage || after === null) return events;
  }
}

/** A plan with what hangs on it, as of one moment. */
export interface PlanThen {
  readonly status: string;
  readonly adoption: { readonly decisionId: string } | null;
  readonly total: { readonly cents: string };
  readonly network: {
    readonly status: string;
    readonly members: readonly { readonly partner: { readonly name: string } | null }[];
  } | null;
  readonly agreements: readonly { readonly id: string; readonly status: string }[];
}

const PLAN = `status adoption { decisionId } total { cents }
  network { status members { partner { name } } } agreements { id status }`;

/** The plan, its network and its agreements just after an event. */
export async function planAfter(stage: Stage, id: string, eventId: string): Promise<PlanThen> {
  const { asOf } = await stage.ask<{ asOf: { plan: PlanThen | null } }>(
    `query ($id: ID!, $eventId: ID!) {
      asOf(moment: { eventId: $eventId }) { plan(id: $id) { ${PLAN} } }
    }`,
    { id, eventId },
  );
  return the(asOf.plan, 'the plan as of then');
}

/** The same as of today. */
export async function planToday(stage: Stage, id: string): Promise<PlanThen> {
  const { plan } = await stage.ask<{ plan: PlanThen | null }>(
    `query ($id: ID!) { plan(id: $id) { ${PLAN} } }`,
    { id },
  );
  return the(plan, 'the plan');
}

/** One place where an object differs between two moments. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What changed of an object between two events. */
export async function changesOf(
  stage: Stage,
  of: string,
  { from, to }: { from: string; to: string },
): Promise<readonly Change[]> {
  const { difference } = await stage.ask<{ difference: { changes: readonly Change[] } }>(
    `query ($of: ID!, $from: ID!, $to: ID!) {
      difference(of: $of, from: { eventId: $from }, to: { eventId: $to }) {
        changes { path before after }
      }
    }`,
    { of, from, to },
  );
  return difference.changes;
}

/** What a decision was taken on. */
export interface Context {
  readonly item: {
    readonly textSha256: string;
    readonly papers: readonly { readonly sha256: string; readonly title: string }[];
  };
  readonly electorate: {
    readonly members: readonly { readonly seat: string; readonly mandate: string }[];
  } | null;
  readonly present: readonly string[];
  readonly recused: readonly string[];
}

/** The papers that were served for a vote, and who could take part in it. */
export async function contextOf(stage: Stage, decision: string): Promise<Context> {
  const { decisionContext } = await stage.ask<{ decisionContext: Context | null }>(
    `query ($id: ID!) { decisionContext(id: $id) {
      item { textSha256 papers { sha256 title } }
      electorate { members { seat mandate } } present recused
    } }`,
    { id: decision },
  );
  return the(decisionContext, 'the context of the decision');
}

/** A vote counted again. */
export interface Recount {
  readonly equal: boolean;
  readonly recorded: string;
  readonly computed: string;
  readonly trace: readonly { readonly it: string; readonly en: string }[];
}

/** Counts a vote again from the log, by its own rules or by others. */
export async function recount(stage: Stage, decision: string, rulebook?: object): Promise<Recount> {
  const { recompute } = await stage.ask<{ recompute: Recount | null }>(
    `query ($decision: ID!, $rulebook: RulebookInput) {
      recompute(decision: $decision, rulebook: $rulebook) {
        equal recorded computed trace { it en }
      }
    }`,
    { decision, rulebook: rulebook ?? null },
  );
  return the(recompute, 'the recount');
}
