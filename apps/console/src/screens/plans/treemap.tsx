import type { ReactNode } from 'react';
import { useId, useMemo } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { Table } from '../../parts/table.tsx';
import { allotted, boxesOf, labelIn, LETTER } from './allocation.ts';
import type { Allotted, Box } from './allocation.ts';
import type { Plan } from './compared.ts';
import { planMessages } from './plan.messages.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 400;

/** Where a plan's money goes, as boxes as large as their amounts, and as a table beside them. */
export function Allocation({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const { percent, money } = useFormats();
  const columns = useColumns();
  const lines = useMemo(() => allotted(plan), [plan]);
  const [largest] = lines;
  if (!largest) return null;
  const finding = say('allocationFinding', {
    ...{ line: largest.line, action: largest.action, lines: lines.length },
    ...{ amount: money(largest.cents), share: percent(largest.share) },
  });
  return (
    <section>
      <h2>{say('allocation')}</h2>
      <p>
        <strong>{finding}</strong>
      </p>
      <div className="treemap-beside">
        <Treemap lines={lines} finding={finding} />
        <Table
          file={say('allocation')}
          caption={finding}
          columns={columns}
          rows={lines}
          idOf={({ id }) => id}
        />
      </div>
    </section>
  );
}

function useColumns(): readonly Column<Allotted>[] {
  const say = useText(planMessages);
  const { money, percent } = useFormats();
  return [
    {
      ...{ key: 'line', title: say('line') },
      value: ({ number, line }) => `${String(number)} · ${line}`,
    },
    { key: 'action', title: say('action'), value: ({ action }) => action },
    {
      ...{ key: 'amount', title: say('amount'), isNumber: true, as: 'money' },
      value: ({ cents }) => euros(cents),
      cell: ({ cents }) => money(cents),
    },
    {
      ...{ key: 'share', title: say('share'), isNumber: true, as: 'share' },
      value: ({ share }) => share,
      cell: ({ share }) => percent(share),
    },
  ];
}

/** Laid out for the width that there is, so that its labels are always as large as the text. */
function Treemap({
  lines,
  finding,
}: Readonly<{ lines: readonly Allotted[]; finding: string }>): ReactNode {
  const { frame, width } = useWidth();
  const title = useId();
  const boxes = useMemo(() => boxesOf(lines, { width, height: HEIGHT }), [lines, width]);
  return (
    <div ref={frame}>
      <svg
        className="treemap"
        viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
        role="img"
        aria-labelledby={title}
      >
        <title id={title}>{finding}</title>
        {boxes.map((box) => (
          <Drawn key={box.of.id} box={box} />
        ))}
      </svg>
    </div>
  );
}

const SMALLEST = 22;
const INSET = 8;
const SHADES = 2;

function Drawn({ box }: Readonly<{ box: Box }>): ReactNode {
  const { percent } = useFormats();
  const { of, left, top, width, height } = box;
  const label = labelIn(`${of.line} ${percent(of.share)}`, box);
  return (
    <g transform={`translate(${String(left)} ${String(top)})`} data-shade={box.action % SHADES}>
      <rect width={width} height={height} />
      {width > SMALLEST && height > SMALLEST && (
        <text x={INSET} y={LETTER.height}>
          <tspan className="treemap-number">{of.number}</tspan>
          {label.map((line, place) => (
            <tspan key={line} x={INSET} y={(place + 2) * LETTER.height}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}
