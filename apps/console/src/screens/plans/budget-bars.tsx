import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Plan } from './compared.ts';
import { planMessages } from './plan.messages.ts';

const WIDTH = 1000;

/**
 * The actions of a plan as bars, filled as far as they are committed, each with its amounts beside
 * it in words: right without colour.
 */
export function BudgetBars({
  plan: { actions, total },
  committedOn,
}: Readonly<{
  plan: Plan;
  /** What is committed on a line, in cents. */
  committedOn: (line: string) => bigint;
}>): ReactNode {
  const say = useText(planMessages);
  const { money, percent } = useFormats();
  const sums = actions.map(({ id, title, total: { cents }, budgetLines }) => {
    const bound = budgetLines.reduce((sum, line) => sum + committedOn(line.id), 0n);
    return { id, title, cents: Number(cents), committed: Number(bound) };
  });
  const largest = sums.reduce(
    (one, other) => (other.cents > one.cents ? other : one),
    sums[0] ?? NONE,
  );
  const whole = Number(total.cents);
  const width = scaleLinear([0, Math.max(1, largest.cents)], [0, WIDTH]);
  return (
    <section>
      <h2>{say('byAction')}</h2>
      <p>
        <strong>
          {say('bars', {
            name: largest.title,
            amount: money(largest.cents),
            share: percent(whole === 0 ? 0 : largest.cents / whole),
          })}
        </strong>
      </p>
      <ul className="bars">
        {sums.map(({ id, title, cents, committed }) => (
          <li key={id}>
            <span>{title}</span>
            <span className="numbers">
              {money(cents)} · {percent(whole === 0 ? 0 : cents / whole)}
              <small>
                {say('bound', { committed: money(committed), left: money(cents - committed) })}
              </small>
            </span>
            <svg viewBox={`0 0 ${String(WIDTH)} 20`} preserveAspectRatio="none" aria-hidden="true">
              <rect className="planned" width={width(cents)} height={20} />
              <rect width={width(committed)} height={20} />
            </svg>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NONE = { id: '', title: '', cents: 0, committed: 0 };
