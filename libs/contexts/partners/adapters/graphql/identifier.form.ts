import { ValidatorConstraint } from 'class-validator';
import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import type { IdentifierKind } from '../../contract/index.js';

/** The form each register gives its numbers and codes. */
const forms: Readonly<Record<IdentifierKind, RegExp>> = {
  ipaCode: /^[A-Za-z0-9_-]{2,40}$/,
  runtsNo: /^\d{1,12}$/,
  schoolCode: /^[A-Z]{2}[A-Z0-9]{2}[A-Z0-9]{6}$/,
  vat: /^\d{11}$/,
};

/** A number or code has the form of the register that the same input names as `kind`. */
@ValidatorConstraint({ name: 'identifierForm' })
export class IdentifierForm implements ValidatorConstraintInterface {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    const { kind } = object as { readonly kind: IdentifierKind };
    return typeof value === 'string' && forms[kind].test(value);
  }

  defaultMessage({ object }: ValidationArguments): string {
    const { kind } = object as { readonly kind: IdentifierKind };
    return `$property is no ${kind} ($value)`;
  }
}
