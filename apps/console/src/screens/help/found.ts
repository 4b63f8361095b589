import type { Language } from '../../app/language.ts';
import { languages } from '../../app/language.ts';
import { plain } from '../../app/plain.ts';
import { meanings, terms } from './glossary.messages.ts';

/** The key of a term. */
export type Term = keyof typeof terms.it;

const keys = Object.keys(terms.it) as readonly Term[];

/** The terms that a word is found in, in either language, in the order of the page's alphabet. */
export function found(word: string, language: Language): readonly Term[] {
  const asked = plain(word.trim());
  const collator = new Intl.Collator(language);
  return keys
    .filter((key) =>
      languages.some((one) => plain(`${terms[one][key]} ${meanings[one][key]}`).includes(asked)),
    )
    .sort((one, other) => collator.compare(terms[language][one], terms[language][other]));
}
