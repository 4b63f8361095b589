import { registerEnumType } from '@nestjs/graphql';

/**
 * A GraphQL enum from the values that events and rows hold: `closedForApplications` becomes
 * `CLOSED_FOR_APPLICATIONS`, `2014-2020` becomes `P_2014_2020`. Returns what `@Field` takes.
 */
export function enumOf(
  name: string,
  values: readonly string[],
  description: string,
): Readonly<Record<string, string>> {
  const members = Object.fromEntries(values.map((value) => [memberOf(value), value]));
  registerEnumType(members, { name, description });
  return members;
}

function memberOf(value: string): string {
  const snake = value.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/\W+/g, '_');
  return (/^\d/.test(snake) ? `P_${snake}` : snake).toUpperCase();
}
