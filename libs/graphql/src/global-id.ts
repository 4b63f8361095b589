import { Matches } from 'class-validator';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Field decorator: an id of one of these categories, `partner-<uuid>`. */
export function IsIdOf(...categories: readonly [string, ...string[]]): PropertyDecorator {
  return Matches(new RegExp(`^(${categories.join('|')})-${UUID}$`), {
    message: `$property is no id of a ${categories.join(' or ')} ($value): use an id this server gave`,
  });
}

/** Field decorator: a list of such ids. */
export function AreIdsOf(...categories: readonly [string, ...string[]]): PropertyDecorator {
  return Matches(new RegExp(`^(${categories.join('|')})-${UUID}$`), {
    each: true,
    message: `$property holds what is no id of a ${categories.join(' or ')}: use ids this server gave`,
  });
}
