import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Language } from './language.ts';

/** Sentences in every language, in ICU's syntax; a key that one language lacks does not compile. */
export type Messages<Key extends string> = Readonly<
  Record<Language, Readonly<Record<Key, string>>>
>;

/** What may stand in the places of a sentence. */
export type Values = Readonly<Record<string, string | number | Date>>;

/** Says a sentence in the reader's language. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** The sentences of one screen or part, or the words of one enum of the schema. */
export function messages<Key extends string>(all: Messages<Key>): Messages<Key> {
  return all;
}

/** How this page says these sentences. */
export function useText<Key extends string>(all: Messages<Key>): Say<Key> {
  const intl = useIntl();
  return useCallback(
    (key, values) => {
      const defaultMessage = all[intl.locale as Language][key];
      return intl.formatMessage({ id: key, defaultMessage }, values);
    },
    [all, intl],
  );
}
