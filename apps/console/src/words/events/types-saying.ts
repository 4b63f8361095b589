import type { Language } from '../../app/language.ts';
import { eventWords, isKnownType } from './index.ts';
import type { EventType } from './index.ts';

/** Places of values; a word in braces beside them is what a choice says. */
const PLACE =
  /\{(?:[a-z]+[A-Z]\w*|who|title|cents|until|from|on|end|at|due|date|deadline|number|version|value|before)\}/gu;
/** Which value a choice goes by, and the value of each of its words. */
const CHOICE = /\{\w+, select,|\w+(?= \{)|[{}]/gu;

/** What a sentence says whoever acts and whatever its event holds. */
function wordsOf(text: string): string {
  return text.replaceAll(PLACE, '').replaceAll(CHOICE, ' ').replaceAll(/\s+/gu, ' ').toLowerCase();
}

/** The types of event whose sentence has all these words in it, whatever their order and case. */
export function typesSaying(text: string, language: Language): EventType[] {
  const sought = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return Object.entries(eventWords[language]).flatMap(([type, sentence]) => {
    const said = wordsOf(sentence);
    const isFound = sought.every((word) => said.includes(word));
    return isFound && isKnownType(type) ? [type] : [];
  });
}
