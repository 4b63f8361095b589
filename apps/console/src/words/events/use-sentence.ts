import { useCallback, useMemo } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useLanguage } from '../../app/speaking.tsx';
import { useText } from '../../app/text.ts';
import { eventWords, isKnownType } from './index.ts';
import { sentenceMessages } from './sentence.messages.ts';
import { placesIn, valuesOf, whoIs } from './values.ts';
import type { Manner, Told } from './values.ts';

/** How events are put for the reader. */
export type Telling = Readonly<{
  /** An event in one sentence; its type where a newer version of the program wrote it. */
  sentence: (of: Told) => string;
  /** Who acted, as the sentence names them. */
  who: (actor: Told['actor']) => string;
}>;

/** Says events in the language of the page. */
export function useTelling(): Telling {
  const [language] = useLanguage();
  const formats = useFormats();
  const say = useText(eventWords);
  const other = useText(sentenceMessages);
  const manner = useMemo<Manner>(
    () => ({ language, formats, system: other('system'), nameless: other('nameless') }),
    [language, formats, other],
  );
  const sentence = useCallback(
    (of: Told) => {
      if (!isKnownType(of.type)) return of.type;
      const places = placesIn(eventWords[language][of.type]);
      return say(of.type, valuesOf(of, places, manner));
    },
    [language, manner, say],
  );
  const who = useCallback((actor: Told['actor']) => whoIs(actor, manner), [manner]);
  return useMemo(() => ({ sentence, who }), [sentence, who]);
}
