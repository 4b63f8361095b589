import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { useAct } from '../../data/use-act.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { NotDone } from '../../parts/problem.tsx';
import { QuorumMeter } from '../../parts/vote/quorum-meter.tsx';
import { satAs } from '../../words/boards.ts';
import { Delegations } from './delegations.tsx';
import { matching } from './roll-call.ts';
import { SpeakerList } from './speaker-list.tsx';
import { isRunning, meterNow, seatsNow, sitterOf } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { RecordArrival, RecordDeparture } from './sitting-acts.documents.ts';
import { sittingMessages } from './sitting.messages.ts';

type Props = Readonly<{ sitting: Sitting; item: Item | null }>;
type Seat = NonNullable<Sitting['board']>['seats'][number];

/** Who is there, and whether that is enough; who keeps the minutes calls the roll here. */
export function Attendance({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const meter = meterNow(sitting, item);
  const { mandate } = useMay('recordArrival', sitting.id);
  const mayCall = mandate !== null && isRunning(sitting);
  const recused = new Set(
    seatsNow(sitting, item).flatMap(({ seat, isRecused }) => (isRecused ? [seat] : [])),
  );
  return (
    <section className="sitting-attendance" aria-labelledby="attendance">
      <h2 id="attendance">{say('attendance')}</h2>
      {meter && isRunning(sitting) && <QuorumMeter meter={meter} />}
      {mayCall && <p>{say('rollHint')}</p>}
      <RollCall>
        {(sitting.board?.seats ?? []).map((seat) => (
          <li key={seat.seat}>
            <Name sitting={sitting} seat={seat} isOut={recused.has(seat.seat)} />
            {mayCall && seat.status === 'APPOINTED' && (
              <Presence sitting={sitting} seat={seat} mandate={mandate} />
            )}
          </li>
        ))}
      </RollCall>
      <Delegations sitting={sitting} />
      {item && <SpeakerList sitting={sitting} item={item} />}
    </section>
  );
}

const TYPED_MS = 1_000;

/** Letters go to the seat of that name or those initials; only while the focus is in the list. */
function RollCall({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const typed = useRef({ text: '', at: 0 });
  const find = (event: KeyboardEvent<HTMLUListElement>) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !/^\p{L}$/u.test(key)) {
      // What comes after another key is another name.
      typed.current = { text: '', at: 0 };
      return;
    }
    // Here letters are initials: G and E is somebody, and leads to no other page.
    event.preventDefault();
    const isMore = event.timeStamp - typed.current.at < TYPED_MS;
    const text = isMore ? typed.current.text + key : key;
    typed.current = { text, at: event.timeStamp };
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-name]')];
    const names = buttons.map(({ dataset }) => dataset.name ?? '');
    buttons[matching(names, text)]?.focus();
  };
  return (
    <ul className="roll" onKeyDown={find}>
      {children}
    </ul>
  );
}

function Name({
  sitting,
  seat,
  isOut,
}: Readonly<{ sitting: Sitting; seat: Seat; isOut: boolean }>): ReactNode {
  const say = useText(sittingMessages);
  const states = useStates(sitting, seat);
  const isHere = sitterOf(sitting, seat.seat) !== null;
  return (
    <span className="roll-name" data-present={isHere}>
      <span aria-hidden="true">{isHere ? '●' : '○'}</span>{' '}
      <strong>{seat.person.name ?? '—'}</strong>{' '}
      <small>{[seat.category, ...states, ...(isOut ? [say('recused')] : [])].join(' · ')}</small>
    </span>
  );
}

/** What is to be said of a seat: whether it has a holder, who sat for it, and from when to when. */
function useStates(sitting: Sitting, { seat, status }: Seat): readonly string[] {
  const say = useText(sittingMessages);
  const as = useText(satAs);
  const { time } = useFormats();
  const sitter = sitting.attendance.findLast((one) => one.seat === seat) ?? null;
  const standIn = sitter?.as === 'HOLDER' ? null : sitter;
  return [
    isVacantIn(sitting, status) ? say('vacant') : null,
    standIn && say('asWho', { name: standIn.person.name ?? '—', as: as(standIn.as) }),
    presenceOf(sitter, { say, time }),
    delegateOf(sitting, seat, (name) => say('delegated', { name })),
  ].filter((one) => one !== null);
}

/** Who sat then may not be in office any more: that is said only while it matters. */
function isVacantIn({ endedAt }: Sitting, status: Seat['status']): boolean {
  return status !== 'APPOINTED' && endedAt === null;
}

type Wording = Readonly<{
  say: (key: 'absent' | 'fromTo' | 'since', values?: Readonly<Record<string, string>>) => string;
  time: (instant: string) => string;
}>;

function presenceOf(sitter: Sitting['attendance'][number] | null, { say, time }: Wording): string {
  if (!sitter) return say('absent');
  const { arrivedAt, leftAt } = sitter;
  if (leftAt === null) return say('since', { time: time(arrivedAt) });
  return say('fromTo', { from: time(arrivedAt), to: time(leftAt) });
}

function delegateOf(
  { delegations, board }: Sitting,
  seat: string,
  say: (name: string) => string,
): string | null {
  const to = delegations.find((one) => one.seat === seat && !one.revoked)?.to;
  const holder = board?.seats.find((one) => one.seat === to)?.person.name;
  return to === undefined ? null : say(holder ?? '—');
}

/** One button that says whether the seat is there, and changes it; another for its alternate. */
function Presence({
  sitting,
  seat: { seat, person },
  mandate,
}: Readonly<{ sitting: Sitting; seat: Seat; mandate: string }>): ReactNode {
  const say = useText(sittingMessages);
  const arrival = useAct(RecordArrival);
  const departure = useAct(RecordDeparture);
  const isHere = sitterOf(sitting, seat) !== null;
  const isDelegated = sitting.delegations.some((one) => one.seat === seat && !one.revoked);
  const alternate = sitting.board?.alternates.find((one) => one.seat === seat);
  const on = { sitting: sitting.id, seat };
  const toggle = () =>
    isHere
      ? departure.send(on, mandate)
      : arrival.send({ ...on, ...(isDelegated && { as: 'DELEGATE' as const }) }, mandate);
  const outcomes = [arrival.outcome, departure.outcome];
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary btn-small"
        data-name={person.name ?? ''}
        aria-pressed={isHere}
        aria-label={`${person.name ?? '—'}: ${say('present')}`}
        disabled={outcomes.some(({ state }) => state === 'sending')}
        onClick={() => void toggle()}
      >
        {say(isHere ? 'present' : 'absent')}
      </button>
      {alternate && !isHere && (
        <ActButton document={RecordArrival} input={{ ...on, as: 'ALTERNATE' }} mandate={mandate}>
          {say('alternate', { name: alternate.person.name ?? '—' })}
        </ActButton>
      )}
      {outcomes.map((outcome, place) => (
        <NotDone key={place} outcome={outcome} again={toggle} />
      ))}
    </>
  );
}
