import type { ReactNode } from 'react';
import { useFormats } from '../app/formats.ts';
import { useText } from '../app/text.ts';
import type { ResultOf } from '../data/graphql.ts';
import type { ReminderGiven } from '../data/given.documents.ts';
import { remindedMessages } from './reminded.messages.ts';

/** The last reminder of something awaited. */
export type Reminder = ResultOf<typeof ReminderGiven>;

/** When, how often and by whom somebody was reminded; its words when they are asked for, or at once. */
export function Reminded({
  reminder: { words, ...reminder },
  isOpen = false,
}: Readonly<{ reminder: Reminder; isOpen?: boolean }>): ReactNode {
  const sentence = useSentence(reminder);
  if (words === null) return <small className="reminded">{sentence}</small>;
  return (
    <details className="reminded" open={isOpen}>
      <summary>{sentence}</summary>
      <q>{words}</q>
    </details>
  );
}

function useSentence({ on, times, by, organisation }: Omit<Reminder, 'words'>): string {
  const say = useText(remindedMessages);
  const { day } = useFormats();
  const name = by.name ?? say('unknown');
  const isActing = organisation?.__typename === 'Partner';
  const who = isActing ? say('actingFor', { name, organisation: organisation.name }) : name;
  return say('reminded', { day: day(on), times, who });
}
