import { agreementColumns, ofAgreement } from './agreements.columns.js';
import type { AgreementColumn } from './agreements.columns.js';
import { count, day, euro, manyOf, oneOf, yes } from './cells.js';
import { anyText } from './columns.js';
import type { Row } from './columns.js';

export { agreementColumns };

const kinds = {
  ACT_OF_DELEGATION: ['atto di delega'],
  GRANT_AGREEMENT: ['convenzione di sovvenzione'],
  PARTNERSHIP_AGREEMENT: ['accordo di partenariato'],
  IMPLEMENTING_CONVENTION: ['convenzione attuativa'],
  NETWORK_AGREEMENT: ['accordo di rete'],
  MEMORANDUM: ['protocollo d’intesa'],
  CO_DESIGN_CONVENTION: ['convenzione di co-progettazione'],
  ADHESION_LETTER: ['lettera di adesione'],
};
const roles = {
  AUTHORITY: ['autorità'],
  LEAD: ['capofila'],
  PARTNER: ['partner'],
  ADHERING: ['aderente'],
};
const levels = {
  SIMPLE: ['semplice', 'autografa'],
  ADVANCED: ['avanzata'],
  QUALIFIED: ['qualificata'],
  DIGITAL: ['digitale'],
};
const waivable = {
  ...{ A_4: ['A-4'], A_5: ['A-5'], A_9: ['A-9'], PA_2: ['PA-2'], PA_3: ['PA-3'], PA_5: ['PA-5'] },
};
const topics = Object.fromEntries(
  [
    ...['MAXIMUM_CONTRIBUTION', 'DESCRIPTION_AND_TIMETABLE', 'SUBCONTRACTING'],
    ...['FORWARD_BUDGET_AND_FINANCING_PLAN', 'FINAL_CALCULATION_METHOD'],
    ...['REPORTING_AMENDMENT_TERMINATION', 'OBJECTIVES_AND_INDICATORS', 'YEARLY_REPORTING'],
    ...['ELIGIBLE_COSTS', 'BOOKKEEPING_AND_PAYMENT', 'AUDIT_TRAIL', 'DATA_PROTECTION', 'PUBLICITY'],
  ].map((topic) => [topic, [topic]]),
);

export type AgreementRow = Row<AgreementColumn>;

/** An agreement as its rows say it, before its files are hashed and its partners are found. */
export type AgreementEntry = Readonly<{
  reference: string;
  /** The first of its rows. */
  row: AgreementRow;
  rows: readonly AgreementRow[];
  terms: ReturnType<typeof termsOf>;
  parties: readonly PartyEntry[];
}>;

/** A party as its row says it. */
export type PartyEntry = Readonly<{ row: AgreementRow }> & ReturnType<typeof partyOf>;

/** The agreement of some rows that stand together; what is bad its rows say. */
export function agreementOf(rows: readonly [AgreementRow, ...AgreementRow[]]): AgreementEntry {
  const [row, ...others] = rows;
  for (const other of others) {
    for (const name of ofAgreement) {
      const text = other.text(name);
      if (text === '' || text === row.text(name)) continue;
      other.refuse(name, {
        it: `dice altro della riga ${String(row.line)}: lasciarla vuota o ripetere lo stesso`,
        en: `says other than line ${String(row.line)}: leave it empty, or repeat the same`,
      });
    }
  }
  const parties = rows.map((each) => ({ row: each, ...partyOf(each) }));
  return { reference: row.text('reference'), row, rows, terms: termsOf(row), parties };
}

function termsOf(row: AgreementRow) {
  return {
    kind: row.need('kind', oneOf(kinds)),
    title: row.need('title', anyText),
    network: row.take('network', anyText),
    plan: row.take('plan', anyText),
    totalCents: row.need('total', euro),
    start: row.need('start', day),
    end: row.need('end', day),
    effectiveOn: row.need('effectiveOn', day),
    covers: row.take('covers', manyOf(topics)),
    protocolNo: row.need('protocolNo', anyText),
    protocolDate: row.need('protocolDate', day),
    earlierEffectBy: row.take('earlierEffectBy', anyText),
    noticeDays: row.take('noticeDays', count),
    publicationRequired: row.take('publicationRequired', yes),
    publishedOn: row.take('publishedOn', day),
    waivers: row.take('waivers', manyOf(waivable)),
    reason: row.need('reason', anyText),
    authorisation: row.need('authorisation', anyText),
  };
}

function partyOf(row: AgreementRow) {
  return {
    shareCents: row.need('share', euro),
    role: row.need('role', oneOf(roles)),
    approvalDate: row.take('approvalDate', day),
    signedOn: row.take('signedOn', day),
    level: row.take('level', oneOf(levels)),
    signatory: row.take('signatory', anyText),
  };
}

/** The column that a field of the input stands in, and the party that it is of. */
export function agreementColumnOf(path: string): {
  readonly column: AgreementColumn | null;
  readonly party: number | null;
} {
  const [, index = null] = /^input\.parties\.(\d+)\./.exec(path) ?? [];
  const field = path.split('.').at(-1) ?? '';
  const named = field in agreementColumns ? (field as AgreementColumn) : fields[field];
  return { column: named ?? null, party: index === null ? null : Number(index) };
}

const fields: Readonly<Record<string, AgreementColumn>> = {
  ...{ totalCents: 'total', textSha256: 'text', partner: 'party', shareCents: 'share' },
  ...{ act: 'approvalAct', date: 'approvalDate', body: 'approvalBody', place: 'publishedIn' },
};

/** The column in which what a rule keeps out most likely stands. */
export const columnOfCode: Readonly<Record<string, AgreementColumn>> = {
  ...{ ApprovalAfterSignature: 'approvalDate', ApprovalNotStated: 'approvalAct' },
  ...{ ChecklistIncomplete: 'covers', ChildOutlastsParent: 'end', ChildOverParent: 'total' },
  ...{ ContainerMissing: 'container', EffectBeforeComplete: 'effectiveOn', EndBeforeStart: 'end' },
  ...{ ExistingNumberTaken: 'protocolNo', NotAPdf: 'text', ParentNotSettled: 'parent' },
  ...{
    RegisteredBeforeSignature: 'protocolDate',
    SharesDiffer: 'total',
    SimpleForAnother: 'level',
  },
  ...{ SignatoryWithoutMandate: 'signatory', MandateNotValid: 'signatory', PartyTwice: 'party' },
  ...{ SignatureMissing: 'signedOn', SignatureTooWeak: 'level', TermOver: 'effectiveOn' },
  ...{ WaiverOutOfRole: 'waivers', PublicationMissing: 'publishedOn', OutOfCascade: 'kind' },
};
