import type { LocalDate } from '@tavolo/kernel';
import type { ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { BoardEvent, SeatId } from '../domain/board.events.js';

/** The board, and the last day of the newest term of each seat. */
type Terms = Readonly<{ board: string; untils: Readonly<Record<SeatId, LocalDate>> }>;
type Fact = Extract<ProcessInput, { kind: 'event' }>['event'];

/**
 * A seat lapses with the last day of its holder's term (GB-6): the day has decided, and that it
 * has passed is recorded here, once. A prorogation moves the day, a dissolution brings it nearer,
 * and who leaves before leaves nothing to lapse.
 */
export const seatTerms: TimedProcess<Terms> = {
  name: 'seatTerms',
  categories: ['board'],
  initial: { board: '', untils: {} },
  keyOf: ({ type, stream }) => (concerned.has(type) ? stream.slice('board-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'event') return onFact(state, input.event);
    // Left, replaced or prorogued while the timer fired.
    if (input.kind === 'answer') return { state, foreseen: input.outcome === 'refused' };
    const { name: seat } = input.timer;
    const asked = { name: seat, aggregate: 'board', target: state.board };
    return { state, commands: [{ ...asked, type: 'LapseSeat', data: { seat } }] };
  },
};

const concerned = new Set<string>([
  ...(['BoardMemberAppointed', 'BoardMemberReplaced', 'BoardMemberResigned'] as const),
  ...(['BoardMemberRevoked', 'BoardProrogued', 'BoardDissolved'] as const),
] satisfies readonly BoardEvent['type'][]);

function onFact({ untils }: Terms, event: Fact): TimedReaction<Terms> {
  const { stream: board } = event;
  const { type, data } = event as unknown as BoardEvent;
  switch (type) {
    case 'BoardMemberAppointed':
    case 'BoardMemberReplaced':
      return moved({ board, untils }, { [data.seat]: data.until });
    case 'BoardMemberResigned':
    case 'BoardMemberRevoked': {
      const { [data.seat]: _ended, ...others } = untils;
      return { state: { board, untils: others }, timers: [{ cancel: data.seat }] };
    }
    case 'BoardProrogued':
      return moved(
        { board, untils },
        changed(untils, (until) => prorogued(until, data)),
      );
    case 'BoardDissolved':
      return moved(
        { board, untils },
        changed(untils, (until) => (until > data.lastDay ? data.lastDay : until)),
      );
    default:
      return { state: { board, untils } };
  }
}

/** Who was to stay until the end of the term stays until the end of the prorogation. */
function prorogued(
  until: LocalDate,
  data: Extract<BoardEvent, { type: 'BoardProrogued' }>['data'],
): LocalDate {
  return until === data.previousUntil ? data.until : until;
}

/** Only the seats whose day is another: a term that is over is not looked at again. */
function changed(untils: Terms['untils'], day: (until: LocalDate) => LocalDate): Terms['untils'] {
  const entries = Object.entries(untils).map(([seat, until]) => [seat, day(until)] as const);
  return Object.fromEntries(entries.filter(([seat, until]) => until !== untils[seat]));
}

function moved({ board, untils }: Terms, others: Terms['untils']): TimedReaction<Terms> {
  const timers = Object.entries(others).map(([seat, until]) => ({ schedule: seat, after: until }));
  return { state: { board, untils: { ...untils, ...others } }, timers };
}
