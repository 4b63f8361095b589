import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { binsOf } from './bins.ts';
import type { Fact } from '../../data/history.ts';
import { timeMessages } from './time.messages.ts';

const WIDTH = 1000;
const HEIGHT = 90;
const GAP = 0.15;
/** More bars than these have no room for a number each, on a phone. */
const LABELLED = 12;

/** How much happened when; the span of the chosen event has a mark of its own. */
export function Histogram({
  facts,
  place,
  choose,
}: Readonly<{
  facts: readonly Fact[];
  place: number;
  choose: (place: number) => void;
}>): ReactNode {
  const say = useText(timeMessages);
  const { day, timeZone } = useFormats();
  const bins = binsOf(facts, timeZone);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const peak = bins.find(({ count }) => count === most)?.period ?? '';
  const finding = say('histogram', { count: facts.length, peak: day(peak) });
  const step = WIDTH / bins.length;
  const chosen = bins.findLastIndex(({ first }) => first <= place);
  return (
    <figure className="histogram-of">
      <figcaption>{finding}</figcaption>
      {bins.length <= LABELLED && (
        <div className="histogram-counts" aria-hidden="true">
          {bins.map(({ period, count }) => (
            <span key={period}>{count}</span>
          ))}
        </div>
      )}
      <svg
        className="histogram"
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={finding}
      >
        {bins.map(({ period, count, first }, index) => {
          const height = (count / most) * HEIGHT;
          return (
            <g key={period} onClick={() => choose(first)} data-chosen={index === chosen}>
              <title>{say('histogramBar', { period: day(period), count })}</title>
              <rect
                className="histogram-space"
                x={index * step}
                y={0}
                width={step}
                height={HEIGHT}
              />
              <rect
                className="histogram-bar"
                x={index * step + step * GAP}
                y={HEIGHT - height}
                width={step * (1 - 2 * GAP)}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <div className="histogram-ends" aria-hidden="true">
        <span>{day(bins[0]?.period ?? '')}</span>
        <span>{day(bins.at(-1)?.period ?? '')}</span>
      </div>
    </figure>
  );
}
