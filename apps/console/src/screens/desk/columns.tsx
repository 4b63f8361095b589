import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Reminded } from '../../parts/reminded.tsx';
import { ActLink } from './act-link.tsx';
import { deskMessages } from './desk.messages.ts';
import { isFresh } from './last-visit.ts';
import { nameOf } from './move.ts';
import type { Move } from './move.ts';
import type { Desk } from './use-aside.ts';

const SOON_MS = 72 * 3_600_000;

/** What the desk tells of each thing that waits, and what one may do with it. */
export function useDeskColumns(
  last: string | null,
  { snooze, setDone }: Pick<Desk, 'setDone' | 'snooze'>,
): readonly Column<Move>[] {
  const say = useText(deskMessages);
  const formats = useFormats();
  const dueOf = ({ dueAt, dueOn }: Move) => {
    if (dueAt !== null) return formats.instant(dueAt);
    return dueOn === null ? say('undated') : formats.day(dueOn);
  };
  return [
    {
      key: 'what',
      title: say('what'),
      value: ({ what }) => what,
      cell: (move) => (
        <>
          <ActLink move={move} /> {isFresh(move, last) && <Chip>{say('fresh')}</Chip>}{' '}
          {move.confidential && <Chip>{say('confidential')}</Chip>}
          {move.reminder && <Reminded reminder={move.reminder} isOpen />}
        </>
      ),
    },
    { key: 'object', title: say('object'), value: ({ title }) => title },
    {
      key: 'due',
      title: say('due'),
      value: dueOf,
      cell: (move) => (
        <>
          {dueOf(move)} <Urgency move={move} />
        </>
      ),
    },
    {
      key: 'aside',
      title: say('putAside'),
      value: () => '',
      // What is late stays where it is seen.
      cell: (move) => !move.overdue && <PutAside {...{ move, snooze, setDone }} />,
    },
  ];
}

function PutAside({
  move,
  snooze,
  setDone,
}: Readonly<{ move: Move }> & Pick<Desk, 'setDone' | 'snooze'>): ReactNode {
  const say = useText(deskMessages);
  const acts = [
    ['snooze', snooze],
    ['done', setDone],
  ] as const;
  return (
    <span className="desk-aside">
      {acts.map(([name, put]) => (
        <button
          key={name}
          type="button"
          className="btn btn-outline-primary btn-small"
          aria-label={`${say(name)}: ${nameOf(move)}`}
          onClick={() => {
            put(move);
          }}
        >
          {say(name)}
        </button>
      ))}
    </span>
  );
}

function Urgency({ move: { overdue, dueAt, dueOn } }: Readonly<{ move: Move }>): ReactNode {
  const say = useText(deskMessages);
  if (overdue) return <Chip tone="late">{say('lateChip')}</Chip>;
  const due = dueAt ?? dueOn;
  const isSoon = due !== null && new Date(due).getTime() - Date.now() < SOON_MS;
  return isSoon && <Chip tone="soon">{say('soonChip')}</Chip>;
}
