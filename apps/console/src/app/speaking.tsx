import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, use, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { speak, tokenOfLanguage } from './language.ts';
import type { Language } from './language.ts';
import { useInstance } from './instance.ts';

type Choice = readonly [language: Language, choose: (language: Language) => void];

const Spoken = createContext<Choice>(['it', () => undefined]);

/** The language of the page, and a way to choose another. */
export function useLanguage(): Choice {
  return use(Spoken);
}

/** Everything below speaks one language, and writes times in the zone of the instance. */
export function Speaking({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const [language, setLanguage] = useState(tokenOfLanguage);
  const client = useQueryClient();
  const instance = useInstance();
  const choice = useMemo<Choice>(
    () => [
      language,
      (next) => {
        speak(next);
        setLanguage(next);
        // The server words titles and refusals: they are asked for again.
        void client.invalidateQueries();
      },
    ],
    [client, language],
  );
  // Sentences are given in the language of the page: numbers in them are written as it writes them.
  return (
    <Spoken value={choice}>
      <IntlProvider
        locale={language}
        defaultLocale={language}
        timeZone={instance?.zone ?? 'Europe/Rome'}
      >
        <I18nProvider locale={language === 'it' ? 'it-IT' : 'en-IE'}>{children}</I18nProvider>
      </IntlProvider>
    </Spoken>
  );
}

/** What is worded for something that speaks a language of its own, whatever the page speaks: a file. */
export function SpeakingIn({
  language,
  children,
}: Readonly<{ language: Language; children: ReactNode }>): ReactNode {
  const instance = useInstance();
  const choice = useMemo<Choice>(() => [language, () => undefined], [language]);
  return (
    <Spoken value={choice}>
      <IntlProvider
        locale={language}
        defaultLocale={language}
        timeZone={instance?.zone ?? 'Europe/Rome'}
      >
        {children}
      </IntlProvider>
    </Spoken>
  );
}
