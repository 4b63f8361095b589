import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from './app/language.ts';
import type { Messages } from './app/text.ts';

const files = globSync([
  'apps/console/src/**/*.messages.ts',
  'apps/console/src/words/*.ts',
  'apps/console/src/words/events/index.ts',
]).sort();

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Words that stand as they are. */
const LITERAL: ReadonlySet<number> = new Set([0]);

/** The places that a sentence has for values, within its choices too. */
function placesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => [
    ...('value' in element && !LITERAL.has(element.type) ? [element.value] : []),
    ...('options' in element
      ? Object.values(element.options).flatMap(({ value }) => placesIn(value))
      : []),
  ]);
}

const placesOf = (text: string, language: string) =>
  [...new Set(placesIn(new IntlMessageFormat(text, language).getAst()))].sort();

const sources = new Map(
  globSync('apps/console/src/**/*.{ts,tsx}', { exclude: ['**/*.spec.*', '**/*.messages.ts'] }).map(
    (file) => [file, readFileSync(file, 'utf8')],
  ),
);

/** Files that say these sentences, and those beside them that they take their keys from. */
function sayersOf(name: string): readonly string[] {
  const sayers = [...sources].filter(([, text]) => new RegExp(`\\b${name}\\b`, 'u').test(text));
  const beside = sayers.flatMap(([file, text]) =>
    Array.from(text.matchAll(/from '(\.\/[^']+)'/gu), ([, path = '']) => join(dirname(file), path)),
  );
  return [...sayers.map(([, text]) => text), ...beside.map((file) => sources.get(file) ?? '')];
}

/** Keys by which nobody says anything; words of the schema are chosen by its values alone. */
function unsaid(name: string, keys: readonly string[]): readonly string[] {
  const text = sayersOf(name).join('\n');
  if (new RegExp(`Object\\.keys\\(${name}\\.it\\)|${name}\\[\\w+\\]\\[`, 'u').test(text)) return [];
  const isSaid = (key: string) => new RegExp(`['"\`]${key}['"\`]`, 'u').test(text);
  return keys.filter((key) => !/^[A-Z_]+$/u.test(key) && !isSaid(key));
}

describe('sentences of the console', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s says the same of the same in every language', async (file) => {
    const exported = Object.values(
      (await import(pathToFileURL(file).href)) as Record<string, Messages<string>>,
    ).filter((one) => typeof one === 'object');
    for (const all of exported) {
      for (const key of Object.keys(all.it)) {
        const texts = languages.map((language) => all[language][key] ?? '');
        expect(texts.map((text) => text.trim() === '')).toStrictEqual([false, false]);
        const [first, ...others] = languages.map((one) => placesOf(all[one][key] ?? '', one));
        for (const other of others) expect([key, other]).toStrictEqual([key, first]);
      }
    }
  });

  it.each(files.filter((file) => file.endsWith('.messages.ts')))(
    '%s has none that nobody says',
    async (file) => {
      const exported = (await import(pathToFileURL(file).href)) as Record<string, Messages<string>>;
      for (const [name, all] of Object.entries(exported)) {
        expect({ name, unsaid: unsaid(name, Object.keys(all.it)) }).toStrictEqual({
          ...{ name, unsaid: [] },
        });
      }
    },
  );
});
