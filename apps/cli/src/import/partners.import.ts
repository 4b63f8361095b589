import { complaintsOf, detailOf, differences, eachOf, gives, idOf } from './importing.js';
import type { Bench, Findings } from './importing.js';
import { partnerColumnOf, partnerOf } from './partners.table.js';
import type { PartnerEntry } from './partners.table.js';
import { RehearsalClient } from './rehearsal-client.js';
import type { Verdict } from './rehearsal-client.js';
import type { BadCell } from './sheet.js';

type Rows = readonly PartnerEntry['row'][];

/** What the rows would do, each after those above it. */
export async function rehearsePartners(rows: Rows, bench: Bench): Promise<Findings<PartnerEntry>> {
  const rehearsal = await RehearsalClient.open(bench.client, {
    ...bench.as,
    locale: bench.tongue,
  });
  const fresh: PartnerEntry[] = [];
  const lines = new Map<string, number>();
  let there = 0;
  const bad: BadCell[] = [];
  try {
    await eachOf(rows, bench, async (row) => {
      const entry = partnerOf(row);
      const known = entry && (await judged(entry, { bench, rehearsal, lines }));
      bad.push(...row.bad);
      if (!entry || row.bad.length > 0) return;
      if (known === true) there += 1;
      else fresh.push(entry);
    });
  } finally {
    rehearsal.close();
  }
  return { read: rows.length, fresh, there, bad };
}

type Judging = Readonly<{ bench: Bench; rehearsal: RehearsalClient; lines: Map<string, number> }>;

/** True where it is there already; what is wrong with it its row says. */
async function judged(entry: PartnerEntry, { bench, rehearsal, lines }: Judging): Promise<boolean> {
  const { row } = entry;
  const verdict = await rehearsal.ask('registerPartner', registering(entry, bench));
  if ('accepted' in verdict) {
    const { stream, repeated } = verdict.accepted;
    const above = lines.get(stream);
    if (above !== undefined) row.refuse(null, repeatsLine(above));
    lines.set(stream, above ?? row.line);
    await recorded(entry, stream, { bench, rehearsal, lines });
    return repeated;
  }
  const holder = 'refused' in verdict ? heldBy(verdict) : null;
  if (holder === null) complain(entry, verdict);
  else await compare(entry, holder, { bench, rehearsal, lines });
  return true;
}

async function recorded(
  entry: PartnerEntry,
  partner: string,
  { bench, rehearsal }: Judging,
): Promise<void> {
  for (const identifier of entry.identifiers) {
    const input = recording(identifier, partner, bench);
    const verdict = await rehearsal.ask('recordIdentifier', input);
    for (const { why } of complaintsOf(verdict)) entry.row.refuse(identifier.column, why);
  }
}

function heldBy(verdict: Extract<Verdict, { refused: object }>): string | null {
  return verdict.refused.code === 'TaxCodeHeld' ? detailOf(verdict.refused, 'heldBy') : null;
}

function complain({ row }: PartnerEntry, verdict: Verdict): void {
  for (const { path, why } of complaintsOf(verdict)) row.refuse(partnerColumnOf(path), why);
}

interface Held {
  readonly name: string;
  readonly kind: string;
  readonly territory: string | null;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
}

const HELD = `query ($id: ID!) { partner(id: $id) {
  name kind territory identifiers { kind value }
} }`;

/** Whoever holds the tax code is the same as the row says, or the difference is said. */
async function compare(
  { row, input, identifiers }: PartnerEntry,
  holder: string,
  { bench, lines }: Judging,
): Promise<void> {
  const above = lines.get(holder);
  if (above !== undefined) {
    row.refuse('taxCode', repeatsLine(above));
    return;
  }
  const { partner } = await bench.client.query<{ partner: Held | null }>(HELD, { id: holder });
  const recordedHere = (kind: string) =>
    partner?.identifiers.find((each) => each.kind === kind)?.value;
  const why = differences({
    denominazione: [partner?.name, input.name],
    tipo: [partner?.kind, input.kind],
    ...(input.territory !== undefined && { territorio: [partner?.territory, input.territory] }),
    ...Object.fromEntries(
      identifiers.map(({ column, kind, value }) => [column, [recordedHere(kind), value] as const]),
    ),
  });
  if (why.it === '') return;
  const said = {
    it: `esiste già con altri dati (${why.it})`,
    en: `is there already, with other values (${why.en})`,
  };
  row.refuse('taxCode', said);
}

const repeatsLine = (line: number) => ({
  it: `è lo stesso ente della riga ${String(line)}`,
  en: `is the same organisation as line ${String(line)}`,
});

/** Makes what is not there yet; again after an interruption it goes on where it was. */
export async function applyPartners(entries: readonly PartnerEntry[], bench: Bench): Promise<void> {
  await eachOf(entries, bench, async (entry) => {
    const { id } = await gives(bench, 'registerPartner', registering(entry, bench));
    for (const identifier of entry.identifiers) {
      await gives(bench, 'recordIdentifier', recording(identifier, id, bench));
    }
  });
}

function registering({ input }: PartnerEntry, { instance }: Bench): object {
  return { ...input, commandId: idOf(instance, 'partner', input) };
}

function recording(
  { kind, value }: PartnerEntry['identifiers'][number],
  partner: string,
  { instance }: Bench,
): object {
  return { partner, kind, value, commandId: idOf(instance, partner, kind, value) };
}
