import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
import { GraphQLError } from 'graphql';

/** One bad field: where it is, and what is wrong with it in both languages. */
export interface BadField {
  readonly path: string;
  readonly en: string;
  readonly it: string;
}

/** Form is checked before a command exists; every bad field is named at once. */
export const validation = new ValidationPipe({
  transform: true,
  validationError: { target: true }, // Whose field it is tells the path; it is not given out.
  exceptionFactory: (errors) => {
    const fields = errors.flatMap((error) => fieldsOf(error, prefixOf(error)));
    return new GraphQLError('The input is malformed.', {
      extensions: { code: 'BAD_USER_INPUT', it: 'I dati non sono nella forma giusta.', fields },
    });
  },
});

/** Fields of an input type stand under `input`; arguments of a query stand alone. */
function prefixOf({ target }: ValidationError): string {
  return target?.constructor.name.endsWith('Input') === true ? 'input.' : '';
}

function fieldsOf(
  { property, constraints, children }: ValidationError,
  prefix: string,
): BadField[] {
  const path = `${prefix}${property}`;
  const own = Object.entries(constraints ?? {}).map(([name, en]) => ({
    path,
    en,
    it: italian(name, property, en),
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldsOf(child, `${path}.`))];
}

const SENTENCES: Readonly<Record<string, string>> = {
  arrayMaxSize: '{property} ha al più {n} elementi',
  arrayMinSize: '{property} ha almeno {n} elementi',
  isInt: '{property} è un numero intero',
  isUuid: '{property} è un UUID',
  matches: '{property} non ha la forma giusta',
  max: '{property} è al più {n}',
  min: '{property} è almeno {n}',
};

/** The library words its messages in English; ours of the commonest kinds exist in Italian too. */
function italian(name: string, property: string, en: string): string {
  const numbers = en.match(/\d+/g) ?? [];
  if (name === 'isLength') return `${property} ha una lunghezza non ammessa (${numbers.join('–')})`;
  const sentence = SENTENCES[name];
  return sentence?.replace('{property}', property).replace('{n}', numbers.at(-1) ?? '') ?? en;
}
