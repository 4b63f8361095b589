import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import { getMetadataStorage, registerDecorator } from 'class-validator';
import type { ValidatorOptions } from 'class-validator';
import { GraphQLError } from 'graphql';

/** One bad field: where it is, and what is wrong with it in both languages. */
export interface BadField {
  readonly path: string;
  readonly en: string;
  readonly it: string;
}

/** What the library found, before it is known of which argument. */
class Malformed extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('malformed');
  }
}

/** Form is checked before a command exists; every bad field is named at once. */
class InputValidation extends ValidationPipe {
  constructor() {
    super({ transform: true, exceptionFactory: (errors) => new Malformed(errors) });
  }

  /** @throws GraphQLError BAD_USER_INPUT with the path of each field from its argument on */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      // Arguments that are declared as one class have no name of their own.
      const prefix = metadata.data === undefined ? '' : `${metadata.data}.`;
      const fields = error.errors.flatMap((each) => fieldsOf(each, prefix));
      throw new GraphQLError('The input is malformed.', {
        extensions: { code: 'BAD_USER_INPUT', it: 'I dati non sono nella forma giusta.', fields },
      });
    }
  }

  protected override validate(
    value: object,
    options?: ValidatorOptions,
  ): Promise<ValidationError[]> | ValidationError[] {
    refuseBlanks(value);
    return super.validate(value, options);
  }
}

export const validation = new InputValidation();

const NO_BLANK = 'isNotBlank';
const complete = new Set<unknown>();

/**
 * A text that must not be empty must not be blank either: the rule is added to every field with
 * a minimum length, once, when a value of its class first comes in. It is added to the class
 * that declares the field, for a rule of a subclass would put out those of its parent.
 */
function refuseBlanks(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(refuseBlanks);
  const rules = getMetadataStorage().getTargetValidationMetadatas(
    value.constructor,
    '',
    false,
    false,
  );
  for (const rule of rules) {
    if (rule.name !== 'isLength' || rule.constraints[0] < 1 || complete.has(rule)) continue;
    complete.add(rule);
    registerDecorator({
      ...{ name: NO_BLANK, target: rule.target as () => void, propertyName: rule.propertyName },
      options: { each: rule.each, message: '$property is blank: write what can be read' },
      validator: { validate: (text: unknown) => text === '' || !isBlank(text) },
    });
  }
}

/** Nothing in it can be seen: no letter, figure or sign. */
function isBlank(text: unknown): boolean {
  return typeof text === 'string' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
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
  [NO_BLANK]: '{property} è vuoto: scrivere ciò che si possa leggere',
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
