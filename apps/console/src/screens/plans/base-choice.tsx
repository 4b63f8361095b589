import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { NONE } from './base.ts';
import type { Comparison } from './base.ts';
import { planMessages } from './plan.messages.ts';

/** Which earlier text the plan is compared with; none where it has had no other. */
export function BaseChoice({
  comparison: { bases, chosen },
}: Readonly<{ comparison: Comparison }>): ReactNode {
  const say = useText(planMessages);
  const { day, timeZone } = useFormats();
  const navigate = useNavigate();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  if (bases.length === 0) return null;
  return (
    <div className="filter">
      <label htmlFor="base">{say('base')}</label>
      <select
        id="base"
        value={chosen?.id ?? NONE}
        onChange={({ target: { value } }) => {
          void navigate({ to: '.', search: { ...search, base: value }, replace: true });
        }}
      >
        <option value={NONE}>{say('nothing')}</option>
        {bases.toReversed().map(({ id, step, recordedAt }) => (
          <option key={id} value={id}>
            {say(step)}, {day(dayOf(recordedAt, timeZone))}
          </option>
        ))}
      </select>
    </div>
  );
}
