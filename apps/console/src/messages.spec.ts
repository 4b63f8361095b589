import { globSync } from 'node:fs';
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
});
