import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Column } from '../columns.ts';
import { Disclosed } from '../disclosed.tsx';
import { Table } from '../table.tsx';
import { barOf, bases } from './count.ts';
import type { Bar, Base, Segment, Spread } from './count.ts';
import { voteMessages } from './vote.messages.ts';

const percent = (share: number) => `${String(share * 100)}%`;
const TOP = 28;
const HEIGHT = 48;

/**
 * How a vote was spread: stretches with their number, a dashed line where the majority begins, a
 * dotted one for the quorum; the same in words and as a table. Whom it measures is in the address.
 */
export function VoteBar({
  spread,
  isPlain = false,
}: Readonly<{
  spread: Spread;
  /** Where nothing can be pressed, without the choice of its base and without its table. */
  isPlain?: boolean;
}>): ReactNode {
  const say = useText(voteMessages);
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const base = bases.find((one) => one === search.base) ?? 'entitled';
  const bar = barOf(spread, base);
  return (
    <figure className="vote-bar">
      {spread.present !== null && !isPlain && <BaseChoice chosen={base} />}
      <Picture bar={bar} spread={spread} base={base} />
      <ul className="vote-legend">
        {bar.segments.map(({ kind, count }) => (
          <li key={kind}>
            <svg className="vote-swatch vote-stretch" data-kind={kind} aria-hidden="true">
              <rect width="100%" height="100%" />
            </svg>
            <strong>{count}</strong> {say(kind, { count })}
          </li>
        ))}
      </ul>
      {!isPlain && (
        <Disclosed>
          <Numbers bar={bar} spread={spread} />
        </Disclosed>
      )}
    </figure>
  );
}

function BaseChoice({ chosen }: Readonly<{ chosen: Base }>): ReactNode {
  const say = useText(voteMessages);
  return (
    <div role="group" aria-label={say('base')} className="choice-links no-print">
      <span aria-hidden="true">{say('base')}:</span>
      {bases.map((base) => (
        <Link
          key={base}
          to="."
          replace
          resetScroll={false}
          search={(search) => ({ ...search, base })}
          aria-current={base === chosen ? 'true' : undefined}
        >
          {say(base)}
        </Link>
      ))}
    </div>
  );
}

type Drawn = Readonly<{ bar: Bar; spread: Spread }>;

function Picture({ bar, spread, base }: Drawn & Readonly<{ base: Base }>): ReactNode {
  const say = useText(voteMessages);
  const id = useId();
  const { for: inFavour, against, abstain, needed, quorum } = spread;
  const sentence = [
    say('finding', { inFavour, against, abstain, base, whole: bar.whole }),
    needed === null ? '' : say('neededFor', { needed }),
    quorum === null ? '' : say('quorumFor', { quorum }),
  ].join(' ');
  return (
    <svg role="img" aria-labelledby={id} width="100%" height={TOP + HEIGHT + TOP}>
      <title id={id}>{sentence}</title>
      <Patterns />
      {bar.segments.map((segment) => (
        <Stretch key={segment.kind} segment={segment} />
      ))}
      {bar.threshold !== null && needed !== null && (
        <Line at={bar.threshold} name="threshold" label={say('threshold', { needed })} />
      )}
      {bar.quorum !== null && quorum !== null && (
        <Line at={bar.quorum} name="quorum" label={say('quorum', { quorum })} />
      )}
      {bar.segments.map((segment) => (
        <Count key={segment.kind} segment={segment} />
      ))}
    </svg>
  );
}

/** Told apart without colour: solid, hatched, dotted, empty, crossed. */
function Patterns(): ReactNode {
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' };
  return (
    <defs>
      <pattern id="vote-against" {...size}>
        <rect width="8" height="8" className="vote-ground-against" />
        <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" className="vote-stroke-against" />
      </pattern>
      <pattern id="vote-abstain" {...size}>
        <rect width="8" height="8" className="vote-ground-abstain" />
        <circle cx="4" cy="4" r="1.25" className="vote-dot-abstain" />
      </pattern>
    </defs>
  );
}

function Stretch({ segment: { kind, from, width } }: Readonly<{ segment: Segment }>) {
  return (
    <g className="vote-stretch" data-kind={kind}>
      <rect x={percent(from)} y={TOP} width={percent(width)} height={HEIGHT} />
    </g>
  );
}

/** How many they are, over the lines: one that falls on a number would strike it out. */
function Count({ segment: { count, from, width } }: Readonly<{ segment: Segment }>) {
  return (
    <g className="vote-count">
      <circle cx={percent(from + width / 2)} cy={TOP + HEIGHT / 2} r="15" />
      <text x={percent(from + width / 2)} y={TOP + HEIGHT / 2} dy="0.35em" textAnchor="middle">
        {count}
      </text>
    </g>
  );
}

/** The threshold's label stands above, that of the quorum below; each on the side with room. */
function Line({
  at,
  name,
  label,
}: Readonly<{ at: number; name: 'quorum' | 'threshold'; label: string }>): ReactNode {
  const isAbove = name === 'threshold';
  const [y1, y2] = isAbove ? [TOP - 22, TOP + HEIGHT + 4] : [TOP - 4, TOP + HEIGHT + 22];
  const isLeft = at > 0.5;
  return (
    <g className="vote-line" data-line={name}>
      <line x1={percent(at)} x2={percent(at)} y1={y1} y2={y2} className="vote-line-halo" />
      <line x1={percent(at)} x2={percent(at)} y1={y1} y2={y2} />
      <text
        x={percent(at)}
        dx={isLeft ? -6 : 6}
        y={isAbove ? TOP - 10 : TOP + HEIGHT + 20}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  );
}

type Row = Readonly<{ name: string; count: number; share: number | null }>;

function Numbers({ bar, spread: { needed, quorum } }: Drawn): ReactNode {
  const say = useText(voteMessages);
  const formats = useFormats();
  const columns: readonly Column<Row>[] = [
    { key: 'what', title: say('what'), value: ({ name }) => name },
    { key: 'count', title: say('count'), value: ({ count }) => count, isNumber: true },
    {
      ...{ key: 'share', title: say('share'), isNumber: true },
      value: ({ share }) => (share === null ? null : formats.percent(share)),
    },
  ];
  const lines = [
    ['neededRow', needed],
    ['quorumRow', quorum],
  ] as const;
  const rows: readonly Row[] = [
    ...bar.segments.map(({ kind, count }) => ({
      ...{ name: say(kind, { count }), count, share: count / bar.whole },
    })),
    ...lines.flatMap(([key, count]) =>
      count === null ? [] : [{ name: say(key), count, share: null }],
    ),
  ];
  return <Table caption={say('table')} columns={columns} rows={rows} idOf={({ name }) => name} />;
}
