import { derivedId } from '@tavolo/command';
import { RequestFailed } from '@tavolo/demo';
import type { Uuid } from '@tavolo/event-store';
import type { AgreementColumn } from './agreements.columns.js';
import type { AgreementEntry, AgreementRow, PartyEntry } from './agreements.table.js';
import { taxCode } from './cells.js';
import type { Documents } from './documents.js';
import { idOf } from './importing.js';
import type { Bench } from './importing.js';

const HOLDER = 'query ($taxCode: String!) { partnerOfTaxCode(taxCode: $taxCode) { id } }';
const ID = /^partner-[0-9a-f-]{36}$/;
const PERSON = /^person-[0-9a-f-]{36}$/;

/** What a command is made with. */
export type Making = Readonly<{
  bench: Bench;
  documents: Documents;
  partners: Map<string, string | null>;
}>;

/** Input of the command, complete but for the agreement above; what is bad its rows say. */
export async function inputOf(
  entry: AgreementEntry,
  making: Making,
): Promise<Record<string, unknown>> {
  const { row, terms, parties } = entry;
  const { waivers = [], publishedOn, ...rest } = terms;
  const act = await hashOf(row, 'waiverAct', making);
  if (waivers.length > 0 && act === undefined && row.text('waiverAct') === '') {
    row.refuse('waiverAct', {
      it: 'manca: una deroga vuole il suo atto',
      en: 'is missing: a waiver needs its act',
    });
  }
  const publication = publishedOn && {
    ...{ publishedOn, place: row.text('publishedIn'), reference: row.text('publicationRef') },
  };
  return {
    ...rest,
    ...(publication && { publication }),
    ...(waivers.length > 0 && { waivers: waivers.map((rule) => ({ rule, act })) }),
    textSha256: await hashOf(row, 'text', making),
    register: await partnerOf(row, 'register', making),
    parties: await Promise.all(parties.map((party) => partyInput(party, making))),
  };
}

async function partyInput(party: PartyEntry, making: Making): Promise<object> {
  const { row, shareCents, role, approvalDate, signedOn, level, signatory } = party;
  const [partner, act, container, report] = [
    await partnerOf(row, 'party', making),
    await hashOf(row, 'approvalAct', making),
    await hashOf(row, 'container', making),
    await hashOf(row, 'report', making),
  ];
  const approval = act && { act, date: approvalDate, body: row.text('approvalBody') };
  const signature = signedOn && {
    ...{ signatory: signatory && personOf(signatory, making.bench), level, signedOn },
    ...(container && { container }),
    ...(report && { report }),
  };
  return {
    partner,
    shareCents,
    role,
    ...(approval && { approval }),
    ...(signature && { signature }),
  };
}

async function hashOf(
  row: AgreementRow,
  column: AgreementColumn,
  { documents }: Making,
): Promise<string | undefined> {
  const name = row.text(column);
  if (name === '') return undefined;
  const found = await documents.look(name);
  if ('sha256' in found) return found.sha256;
  row.refuse(column, found);
  return undefined;
}

async function partnerOf(
  row: AgreementRow,
  column: AgreementColumn,
  making: Making,
): Promise<string | undefined> {
  const text = row.text(column);
  if (ID.test(text)) return text;
  const code = row.need(column, taxCode);
  if (code === undefined) return undefined;
  const known = making.partners.has(code)
    ? making.partners.get(code)
    : await holderOf(code, making);
  making.partners.set(code, known ?? null);
  if (known) return known;
  row.refuse(column, {
    it: 'nessun ente ha questo codice fiscale: importare prima gli enti',
    en: 'no partner has this tax code: import the partners first',
  });
  return undefined;
}

async function holderOf(code: string, { bench }: Making): Promise<string | null> {
  const found = await bench.client.query<{ partnerOfTaxCode: { id: string } | null }>(HOLDER, {
    taxCode: code,
  });
  return found.partnerOfTaxCode?.id ?? null;
}

/**
 * A person by reference, or by a name: the same name is the same person in every import of one
 * actor. The reference is the one that `registerPerson` gives for this commandId.
 */
export function personOf(text: string, { instance, as }: Bench): string {
  if (PERSON.test(text)) return text;
  return `person-${derivedId(instance as Uuid, as.person, knowing(text, instance), 'person')}`;
}

function knowing(name: string, instance: string): string {
  return idOf(instance, 'person', name);
}

/** Makes the signatories known who are named. @throws RequestFailed */
export async function makeKnown({ parties }: AgreementEntry, bench: Bench): Promise<void> {
  for (const name of new Set(parties.flatMap(({ signatory }) => signatory ?? []))) {
    if (PERSON.test(name)) continue;
    const input = { commandId: knowing(name, bench.instance), name };
    const { registerPerson } = await bench.client.query<{
      registerPerson: { person?: { id: string }; message?: string };
    }>(KNOWN, { input }, bench.as);
    if (registerPerson.person?.id === personOf(name, bench)) continue;
    throw new RequestFailed([{ message: registerPerson.message ?? `${name} is not known` }]);
  }
}

const KNOWN = `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) {
  ... on PersonPayload { person { id } } ... on Refusal { message }
} }`;
