import { oneOf, taxCode } from './cells.js';
import { anyText } from './columns.js';
import type { Columns, Row } from './columns.js';

type Name =
  | 'ipaCode'
  | 'kind'
  | 'name'
  | 'runtsNo'
  | 'schoolCode'
  | 'taxCode'
  | 'territory'
  | 'vat';

const kinds = {
  REGION: ['regione'],
  MUNICIPALITY: ['comune'],
  MUNICIPAL_UNION: ['unione di comuni'],
  TERRITORIAL_AREA: ['ambito territoriale'],
  PROVINCE: ['provincia', 'città metropolitana'],
  MINISTRY: ['ministero'],
  AUTHORITY: ['autorità'],
  FIRST_CYCLE_SCHOOL: ['istituto comprensivo'],
  UPPER_SECONDARY_SCHOOL: ['istituto superiore', 'scuola secondaria di secondo grado'],
  ADULT_EDUCATION_CENTRE: ['cpia'],
  UNIVERSITY: ['università'],
  HEALTH_AUTHORITY: ['azienda sanitaria'],
  THIRD_SECTOR: ['ente del terzo settore', 'ets'],
  MIGRANT_ASSOCIATION: ['associazione di migranti'],
  SOCIAL_PARTNER: ['parte sociale'],
  COMPANY: ['impresa'],
  OTHER: ['altro'],
};

/** The columns of a list of partners. */
export const partnerColumns: Columns<Name> = {
  name: {
    ...{ it: 'denominazione', en: 'name', example: 'Comune di Esempio', isRequired: true },
    holds: { it: 'nome dell’ente', en: 'name of the organisation' },
  },
  kind: {
    ...{ it: 'tipo', en: 'kind', example: 'comune', isRequired: true },
    holds: { it: 'tipo di ente', en: 'what it is' },
  },
  taxCode: {
    ...{ it: 'codice fiscale', en: 'tax code', example: '00000000000' },
    holds: { it: '11 cifre o 16 caratteri', en: '11 digits or 16 characters' },
  },
  territory: {
    ...{ it: 'territorio', en: 'territory', example: '015146' },
    holds: { it: 'codice NUTS o ISTAT', en: 'NUTS or ISTAT code' },
  },
  ipaCode: {
    ...{ it: 'codice IPA', en: 'IPA code', example: '' },
    holds: { it: 'indice delle pubbliche amministrazioni', en: 'index of administrations' },
  },
  runtsNo: {
    ...{ it: 'numero RUNTS', en: 'RUNTS number', example: '' },
    holds: { it: 'registro del terzo settore', en: 'register of the third sector' },
  },
  schoolCode: {
    ...{ it: 'codice meccanografico', en: 'school code', example: '' },
    holds: { it: 'codice della scuola', en: 'code of a school' },
  },
  vat: {
    ...{ it: 'partita IVA', en: 'VAT number', example: '' },
    holds: { it: '11 cifre', en: '11 digits' },
  },
};

const identifiers = {
  ipaCode: 'IPA_CODE',
  runtsNo: 'RUNTS_NO',
  schoolCode: 'SCHOOL_CODE',
  vat: 'VAT',
} as const;

/** A partner as a row says it: what is registered, and what is recorded of it then. */
export type PartnerEntry = Readonly<{
  row: Row<Name>;
  input: Readonly<Record<string, string>>;
  identifiers: readonly Readonly<{ column: Name; kind: string; value: string }>[];
}>;

/** Null where something of the row is bad, which the row then says. */
export function partnerOf(row: Row<Name>): PartnerEntry | null {
  const input = {
    name: row.need('name', anyText),
    kind: row.need('kind', oneOf(kinds)),
    taxCode: row.take('taxCode', taxCode),
    territory: row.take('territory', anyText),
  };
  const given = Object.entries(input).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const recorded = Object.entries(identifiers).flatMap(([name, kind]) => {
    const column = name as keyof typeof identifiers;
    const value = row.take(column, anyText);
    return value === undefined ? [] : [{ column, kind, value }];
  });
  if (row.bad.length > 0) return null;
  return { row, input: Object.fromEntries(given), identifiers: recorded };
}

/** The column that a field of the input stands in. */
export function partnerColumnOf(path: string): Name | null {
  const field = path.replace(/^input\./, '');
  return field in partnerColumns ? (field as Name) : null;
}
