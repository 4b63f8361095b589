import type { Acting, Client, Tongue } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { ActingCommand } from './acting-command.js';
import type { ActingOptions } from './acting-command.js';
import { dayIn } from './day.js';
import { badOption } from './problem.js';
import { asProblem } from './server-url.js';

/** What a server gives at once. */
const PAGE = 100;
const FIRST = 100;

interface TracesOptions extends ActingOptions {
  readonly of?: string;
  readonly object?: string;
  readonly from?: string;
  readonly until?: string;
  readonly first: number;
  readonly json?: boolean;
}

type Trace = Readonly<{
  at: string;
  kind: 'CONFIDENTIAL' | 'PAST';
  person: Readonly<{ id: string; name: string | null }>;
  object: string;
  scope: string | null;
  mandate: string | null;
  moment: string;
  reason: string | null;
  requestId: string;
}>;
type Page = Readonly<{
  totalCount: number;
  pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  edges: readonly { readonly node: Trace }[];
}>;
type Found = Readonly<{ traces: readonly Trace[]; total: number }>;

const LIST = `query ($object: ID, $of: ID, $from: LocalDate, $until: LocalDate, $first: Int, $after: String) {
  readingTraces(object: $object, person: $of, from: $from, until: $until, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { at kind person { id name } object scope mandate moment reason requestId } } } }`;

const words = {
  it: {
    ...{ head: ['Quando', 'Chi', 'Che cosa', 'Perché lascia traccia', 'Mandato', 'Motivo'] },
    ...{ CONFIDENTIAL: 'riservato', PAST: 'guardato nel passato' },
    ...{ none: 'Nessuna traccia di lettura.', of: 'su', more: 'Per vederne altre: --first.' },
  },
  en: {
    ...{ head: ['When', 'Who', 'What', 'Why it left a trace', 'Mandate', 'Reason'] },
    ...{ CONFIDENTIAL: 'confidential', PAST: 'looked at as it was' },
    ...{ none: 'No trace of a reading.', of: 'of', more: 'To see more: --first.' },
  },
} as const;

/** Who read what, when and why: what whoever asks may know of it, the newest first. */
@Command({
  name: 'traces',
  description: 'Who read what is confidential, and what auditors looked at as it was.',
})
export class TracesCommand extends ActingCommand {
  override async run(_words: string[], options: TracesOptions): Promise<void> {
    const { url, locale, from, until, json } = options;
    if (from !== undefined && until !== undefined && until < from) {
      throw badOption(`--until ${until} is before --from ${from}: write them the other way round.`);
    }
    const client = clientOf(url);
    try {
      const { as } = await actorOf(client, options);
      const found = await listed(client, { ...as, locale }, options);
      for (const line of json ? jsonOf(found) : tableOf(found, locale)) console.log(line);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({ flags: '--of <person>', description: 'Only what this person read.' })
  parseOf(text: string): string {
    if (/^person-[\w-]{1,80}$/u.test(text)) return text;
    throw badOption(`--of is ${text}: write the id of a person (person-…).`);
  }

  @Option({ flags: '--object <id>', description: 'Only of this object; of a list its name.' })
  parseObject(text: string): string {
    return text;
  }

  @Option({ flags: '--from <day>', description: 'From this day on (2026-11-01).' })
  parseFrom(text: string): string {
    return dayIn('--from', text);
  }

  @Option({ flags: '--until <day>', description: 'Until this day, which counts (2026-11-27).' })
  parseUntil(text: string): string {
    return dayIn('--until', text);
  }

  @Option({ flags: '--first <number>', description: 'How many.', defaultValue: FIRST })
  parseFirst(text: string): number {
    const first = Number(text);
    if (/^\d{1,7}$/u.test(text) && first >= 1) return first;
    throw badOption(`--first is ${text}: write a number from 1 to 9999999.`);
  }

  @Option({ flags: '--json', description: 'Each as one JSON object a line.' })
  parseJson(): boolean {
    return true;
  }
}

/** Page by page, as far as was asked. */
async function listed(
  client: Client,
  as: Acting,
  { object, of, from, until, first: wanted }: TracesOptions,
): Promise<Found> {
  const traces: Trace[] = [];
  for (let after: string | null = null; ;) {
    const first = Math.min(PAGE, wanted - traces.length);
    const asked = { object, of, from, until, first, after };
    const page: Page = (await client.query<{ readingTraces: Page }>(LIST, asked, as)).readingTraces;
    traces.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.endCursor;
    if (traces.length >= wanted || !page.pageInfo.hasNextPage) {
      return { traces, total: page.totalCount };
    }
  }
}

function jsonOf({ traces }: Found): readonly string[] {
  return traces.map((trace) => JSON.stringify(trace));
}

function tableOf({ traces, total }: Found, locale: Tongue): readonly string[] {
  const { head, none, of, more } = words[locale];
  if (traces.length === 0) return [none];
  const rows = [head, ...traces.map((trace) => cellsOf(trace, locale))];
  const widths = head.map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, n) => cell.padEnd(widths[n] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const counted = `${String(traces.length)} ${of} ${String(total)}.`;
  return [...lines, traces.length < total ? `${counted} ${more}` : counted];
}

function cellsOf(
  { at, kind, person: { id, name }, object, mandate, reason }: Trace,
  locale: Tongue,
): readonly string[] {
  const who = name === null ? id : `${name} (${id})`;
  const cells = [at, who, object, words[locale][kind], mandate ?? '—', reason ?? '—'];
  // In one line whatever somebody wrote, and nothing that a terminal would obey.
  return cells.map((cell) => cell.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' '));
}
