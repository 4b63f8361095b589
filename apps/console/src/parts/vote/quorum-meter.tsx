import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '../../app/text.ts';
import type { Column } from '../columns.ts';
import { Disclosed } from '../disclosed.tsx';
import { Table } from '../table.tsx';
import type { Meter } from './quorum.ts';
import { voteMessages } from './vote.messages.ts';

const TOP = 6;
const HEIGHT = 28;

/** How many are there, how many must be: a bar with a line, and the same in words and as a table. */
export function QuorumMeter({
  meter,
  isPlain = false,
}: Readonly<{
  meter: Meter;
  /** Where nothing can be pressed, without its table. */
  isPlain?: boolean;
}>): ReactNode {
  const say = useText(voteMessages);
  const id = useId();
  const { present, whole, needed, isReached, uncovered } = meter;
  const length = Math.max(1, whole, needed, present);
  const percent = (count: number) => `${String((count / length) * 100)}%`;
  const sentence = say('meter', { present, whole, needed, reached: isReached ? 'yes' : 'no' });
  return (
    <div className="quorum-meter" data-reached={isReached}>
      <svg role="img" aria-labelledby={id} width="100%" height={TOP * 2 + HEIGHT}>
        <title id={id}>{sentence}</title>
        <rect className="quorum-whole" y={TOP} width="100%" height={HEIGHT} />
        <rect className="quorum-present" y={TOP} width={percent(present)} height={HEIGHT} />
        <line
          className="quorum-line"
          x1={percent(needed)}
          x2={percent(needed)}
          y1="0"
          y2={TOP * 2 + HEIGHT}
        />
      </svg>
      <p role="status">
        <span aria-hidden="true">{isReached ? '✓' : '✗'}</span> {sentence}
        {uncovered.length > 0 && ` ${say('uncovered', { categories: uncovered.join(', ') })}`}
      </p>
      {!isPlain && (
        <Disclosed>
          <Numbers meter={meter} />
        </Disclosed>
      )}
    </div>
  );
}

type Row = Readonly<{ name: string; count: number }>;

function Numbers({ meter: { present, whole, needed } }: Readonly<{ meter: Meter }>): ReactNode {
  const say = useText(voteMessages);
  const columns: readonly Column<Row>[] = [
    { key: 'what', title: say('meterWhat'), value: ({ name }) => name },
    { key: 'count', title: say('count'), value: ({ count }) => count, isNumber: true },
  ];
  const rows = [
    { name: say('presentRow'), count: present },
    { name: say('neededThere'), count: needed },
    { name: say('wholeRow'), count: whole },
  ];
  return (
    <Table caption={say('meterTable')} columns={columns} rows={rows} idOf={({ name }) => name} />
  );
}
