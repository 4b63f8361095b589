import type { ReactNode } from 'react';
import { instantOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { useTelling } from '../../words/events/use-sentence.ts';
import { isMarked } from './marked.ts';
import { timeMessages } from './time.messages.ts';

const A_MINUTE_MS = 60_000;

/**
 * A date and a time, by the clocks of the instance: chooses the last event recorded by the end of
 * that minute, and the first of all where there was none yet.
 */
export function MomentField({
  id,
  label,
  facts,
  choose,
}: Readonly<{
  id: string;
  label: string;
  facts: readonly Fact[];
  choose: (place: number) => void;
}>): ReactNode {
  const { timeZone } = useFormats();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        onChange={({ target: { value } }) => {
          if (value === '') return;
          const end = Date.parse(instantOf(value, timeZone)) + A_MINUTE_MS;
          const found = facts.findLastIndex(({ recordedAt }) => Date.parse(recordedAt) < end);
          choose(Math.max(0, found));
        }}
      />
    </div>
  );
}

/** Approvals and signatures, each with its date: one of them is gone to. */
export function NamedMoments({
  facts,
  place,
  choose,
}: Readonly<{
  facts: readonly Fact[];
  place: number;
  choose: (place: number) => void;
}>): ReactNode {
  const say = useText(timeMessages);
  const { instant } = useFormats();
  const { sentence } = useTelling();
  const named = facts.flatMap((fact, at) => (isMarked(fact) ? [{ fact, at }] : []));
  if (named.length === 0) return null;
  const chosen = named.some(({ at }) => at === place) ? String(place) : '';
  return (
    <div className="filter">
      <label htmlFor="named-moment">{say('named')}</label>
      <select
        id="named-moment"
        value={chosen}
        onChange={({ target: { value } }) => {
          if (value !== '') choose(Number(value));
        }}
      >
        <option value="">{say('namedNone')}</option>
        {named.map(({ fact, at }) => (
          <option key={fact.id} value={String(at)}>
            {instant(fact.recordedAt)} · {sentence(fact)}
          </option>
        ))}
      </select>
    </div>
  );
}
