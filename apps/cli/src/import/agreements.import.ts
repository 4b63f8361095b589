import { agreementColumnOf, agreementOf, columnOfCode } from './agreements.table.js';
import type { AgreementEntry, AgreementRow } from './agreements.table.js';
import { inputOf, makeKnown } from './agreements.input.js';
import { Documents } from './documents.js';
import { complaintsOf, detailOf, differences, eachOf, gives, idOf } from './importing.js';
import type { Bench, Findings } from './importing.js';
import { RehearsalClient } from './rehearsal-client.js';
import type { Verdict } from './rehearsal-client.js';

/** The agreements of a file, those above before those below, and the documents that they name. */
export type ReadAgreements = Readonly<{
  entries: readonly AgreementEntry[];
  read: number;
  documents: Documents;
}>;

type Fresh = Readonly<{
  entry: AgreementEntry;
  input: Readonly<Record<string, unknown>>;
  documents: Documents;
}>;

const ID = /^agreement-[0-9a-f-]{36}$/;

/** Reads the rows, which stand together by their reference. */
export async function readAgreements(
  rows: AsyncIterable<AgreementRow>,
  { bench, folder }: Readonly<{ bench: Bench; folder: string }>,
): Promise<ReadAgreements> {
  const groups = new Map<string, [AgreementRow, ...AgreementRow[]]>();
  let read = 0;
  for await (const row of rows) {
    read += 1;
    const reference = row.text('reference');
    const key = reference === '' ? `#${String(row.line)}` : reference;
    if (reference === '') row.need('reference', (value) => ({ value }));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const as = { ...bench.as, locale: bench.tongue };
  const documents = new Documents(folder, { client: bench.client, as });
  return { entries: inOrder([...groups.values()].map(agreementOf)), read, documents };
}

/** Those above first; who stands below itself is left where it is, and finds no agreement above. */
function inOrder(entries: readonly AgreementEntry[]): readonly AgreementEntry[] {
  const left = new Map(entries.map((entry) => [entry.reference, entry]));
  const ordered: AgreementEntry[] = [];
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [reference, entry] of left) {
      if (left.has(entry.row.text('parent'))) continue;
      left.delete(reference);
      ordered.push(entry);
      isMoving = true;
    }
  }
  return [...ordered, ...left.values()];
}

/** What the agreements would come to, each after those above it. */
export async function rehearseAgreements(
  { entries, read, documents }: ReadAgreements,
  bench: Bench,
): Promise<Findings<Fresh>> {
  const rehearsal = await RehearsalClient.open(bench.client, {
    ...bench.as,
    locale: bench.tongue,
  });
  const known = new Map<string, string>();
  const fresh: Fresh[] = [];
  let there = 0;
  const judging = {
    bench,
    rehearsal,
    known,
    documents,
    partners: new Map<string, string | null>(),
  };
  try {
    await eachOf(entries, bench, async (entry) => {
      const input = await completed(entry, judging);
      if (isBad(entry)) return;
      const isThere = await judged(entry, input, judging);
      if (isBad(entry)) return;
      if (isThere) there += 1;
      else fresh.push({ entry, input, documents });
    });
  } finally {
    rehearsal.close();
  }
  const bad = entries.flatMap(({ rows }) => rows.flatMap((row) => row.bad));
  return { read, fresh, there, bad: bad.toSorted((a, b) => a.line - b.line) };
}

function isBad({ rows }: AgreementEntry): boolean {
  return rows.some(({ bad }) => bad.length > 0);
}

type Judging = Readonly<{
  bench: Bench;
  rehearsal: RehearsalClient;
  /** Agreements of this file, by their reference. */
  known: Map<string, string>;
  documents: Documents;
  partners: Map<string, string | null>;
}>;

/** The whole input; its id is that of its content, in every import of it. */
async function completed(entry: AgreementEntry, judging: Judging) {
  const { row } = entry;
  const { known, rehearsal, documents, bench } = judging;
  const above = row.text('parent');
  const parent = ID.test(above) ? above : known.get(above);
  if (above !== '' && parent === undefined) {
    row.refuse('parent', {
      it: 'non è l’id di un accordo, né il riferimento di uno di questo file che sia in regola',
      en: 'is no id of an agreement, nor the reference of one of this file that is in order',
    });
  }
  const input = await inputOf(entry, judging);
  for (const name of namesOf(entry)) {
    const document = await documents.look(name);
    if ('sha256' in document) rehearsal.suppose(document);
  }
  const whole = JSON.parse(JSON.stringify({ ...input, parent })) as Record<string, unknown>;
  return { ...whole, commandId: idOf(bench.instance, 'agreement', entry.reference, whole) };
}

/** Every document that the rows of an agreement name. */
function namesOf({ row, rows }: AgreementEntry): readonly string[] {
  const ofParties = rows.flatMap((each) => [
    ...[each.text('approvalAct'), each.text('container'), each.text('report')],
  ]);
  const all = [row.text('text'), row.text('waiverAct'), ...ofParties];
  return [...new Set(all.filter((name) => name !== ''))];
}

/** True where it is there already; what is wrong with it its rows say. */
async function judged(
  entry: AgreementEntry,
  input: object,
  { bench, rehearsal, known }: Judging,
): Promise<boolean> {
  const verdict = await rehearsal.ask('recordExistingAgreement', input);
  if ('accepted' in verdict) {
    known.set(entry.reference, verdict.accepted.stream);
    return verdict.accepted.repeated;
  }
  const isTaken = 'refused' in verdict && verdict.refused.code === 'ExistingNumberTaken';
  const holder = isTaken ? detailOf(verdict.refused, 'heldBy') : null;
  if (holder === null) complain(entry, verdict);
  else if (await isTheSame(entry, holder, bench)) known.set(entry.reference, holder);
  else complain(entry, verdict);
  return true;
}

function complain({ row, parties }: AgreementEntry, verdict: Verdict): void {
  const code = 'refused' in verdict ? verdict.refused.code : '';
  for (const { path, why } of complaintsOf(verdict)) {
    const { column, party } = agreementColumnOf(path);
    const line = party === null ? row : (parties[party]?.row ?? row);
    line.refuse(column ?? columnOfCode[code] ?? null, why);
  }
}

interface Held {
  readonly title: string;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
  readonly textSha256: string | null;
  readonly total: { readonly cents: string };
}

const HELD = `query ($id: ID!) { agreement(id: $id) {
  title kind start end textSha256 total { cents }
} }`;

/** Whoever has the number is the same agreement, or the difference is said. */
async function isTheSame(
  { row, terms }: AgreementEntry,
  id: string,
  bench: Bench,
): Promise<boolean> {
  const { agreement } = await bench.client.query<{ agreement: Held | null }>(HELD, { id });
  if (!agreement) return false;
  const why = differences({
    titolo: [agreement.title, terms.title],
    tipo: [agreement.kind, terms.kind],
    inizio: [agreement.start, terms.start],
    fine: [agreement.end, terms.end],
    importo: [agreement.total.cents, terms.totalCents],
  });
  if (why.it === '') return true;
  row.refuse('protocolNo', {
    it: `esiste già con altri dati (${why.it})`,
    en: `is there already, with other values (${why.en})`,
  });
  return true;
}

/** Uploads the documents of each, makes its signatories known, and records it. */
export async function applyAgreements(fresh: readonly Fresh[], bench: Bench): Promise<void> {
  await eachOf(fresh, bench, async ({ entry, input, documents }) => {
    for (const name of namesOf(entry)) await documents.store(name);
    await makeKnown(entry, bench);
    await gives(bench, 'recordExistingAgreement', input);
  });
}
