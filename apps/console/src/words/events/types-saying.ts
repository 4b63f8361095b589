import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../app/language.ts';
import { plain } from '../../app/plain.ts';
import { eventWords, isKnownType } from './index.ts';
import type { EventType } from './index.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** In the syntax tree of a sentence: words that stand as they are. */
const LITERAL: ReadonlySet<number> = new Set([0]);

/** What a sentence says whoever acts and whatever its event holds: its words, and those of its choices. */
function wordsOf(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if ('value' in element && LITERAL.has(element.type)) return element.value;
      if (!('options' in element)) return '';
      return Object.values(element.options)
        .map(({ value }) => wordsOf(value))
        .join(' ');
    })
    .join(' ');
}

/** The types of event whose sentence has all these words in it, whatever their order, case and accents. */
export function typesSaying(text: string, language: Language): EventType[] {
  const sought = plain(text).split(/\s+/u).filter(Boolean);
  return Object.entries(eventWords[language]).flatMap(([type, sentence]) => {
    const said = plain(wordsOf(new IntlMessageFormat(sentence, language).getAst()));
    const isFound = sought.every((word) => said.includes(word));
    return isFound && isKnownType(type) ? [type] : [];
  });
}
