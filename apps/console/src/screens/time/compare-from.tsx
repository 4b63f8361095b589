import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { useTelling } from '../../words/events/use-sentence.ts';
import { MomentField } from './moments.tsx';
import { timeMessages } from './time.messages.ts';

/** Which earlier event the chosen one is compared with: the one before, unless another is named. */
export function CompareFrom({
  facts,
  chosen,
  choose,
}: Readonly<{
  facts: readonly Fact[];
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
}>): ReactNode {
  const say = useText(timeMessages);
  const { instant } = useFormats();
  const { sentence } = useTelling();
  if (facts.length < 2) return null;
  return (
    <div className="filters no-print">
      <div className="filter">
        <label htmlFor="compare-from">{say('compareFrom')}</label>
        <select
          id="compare-from"
          value={chosen ?? ''}
          onChange={({ target: { value } }) => {
            choose(value === '' ? undefined : value);
          }}
        >
          <option value="">{say('previousEvent')}</option>
          {facts.toReversed().map((fact) => (
            <option key={fact.id} value={fact.id}>
              {instant(fact.recordedAt)} · {sentence(fact)}
            </option>
          ))}
        </select>
      </div>
      <MomentField
        id="compare-from-moment"
        label={say('compareFromDate')}
        facts={facts}
        choose={(place) => {
          choose(facts[place]?.id);
        }}
      />
    </div>
  );
}
