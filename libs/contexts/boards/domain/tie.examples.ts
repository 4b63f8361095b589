/** Facts of ties that the specifications of sittings and procedures share; no part of the product. */
import type { Rulebook } from '../contract/index.js';
import * as p from './procedure.examples.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';
import { evolve as evolveProcedure, noProcedure } from './procedure.state.js';
import * as a from './sitting.examples.js';
import type { SittingEvent, VoteQuestion } from './sitting.events.js';
import { sitting } from './sitting.js';
import { evolve, noSitting } from './sitting.state.js';
import { broken } from './tie.js';
import type { ProcedureTieBroken, TieBreak, TieBroken } from './tie.events.js';

export const grounds = { roll: a.roll, plan: null };

/** The record of a drawing. */
export const record = a.minutes;

/** By this person, at the time of the sitting. */
export function by(seat: string) {
  return { by: { person: a.personOf(seat), mandate: null, organisation: null } };
}

type Asked = Readonly<{ rule: 'chairSecond' | 'lot'; question?: VoteQuestion }>;

/** Two are for and two against in this sitting; its vote has closed and waits. */
export function tied({ rule, question }: Asked): readonly SittingEvent[] {
  const rules: Rulebook = { ...a.roll.rulebook, tie: rule };
  const { type, data } = a.voteOpened([], rules);
  const opened = { type, data: { ...data, ...(question && { question }) } } as const;
  const votes = [a.voteCast('s1', 'for'), a.voteCast('s2', 'for')];
  const others = [a.voteCast('s3', 'against'), a.voteCast('s4', 'against')];
  return withClosing([...a.inSession(), opened, ...votes, ...others]);
}

/** These facts with what closing the vote of the item adds. */
export function withClosing(events: readonly SittingEvent[]): readonly SittingEvent[] {
  const close = { type: 'CloseVote', data: { item: a.item, grounds }, at: a.start } as const;
  const about = { ...by('s1'), today: '2030-01-10', commandId: '', correlationId: '' };
  const decision = sitting.decide(
    { ...about, ...close } as unknown as Parameters<typeof sitting.decide>[0],
    events.reduce(evolve, noSitting),
  );
  return decision.outcome === 'accepted' ? [...events, ...decision.events] : events;
}

/** The fact that the tie of these facts is broken. */
export function brokenIn(events: readonly SittingEvent[], how: TieBreak): TieBroken {
  const closed = events.findLast((one) => one.type === 'VoteClosed');
  if (!closed) throw new Error('nothing is tied');
  const { item, decision, textSha256, question, tally, trace } = closed.data;
  const of = { item, decision, textSha256, ...(question && { question }) };
  const data = { ...of, by: how, ...broken(trace, how), tally, brokenAt: a.start };
  return { type: 'TieBroken', data };
}

/** The same of a written procedure. */
export function brokenInWriting(
  events: readonly ProcedureEvent[],
  how: TieBreak,
): ProcedureTieBroken {
  const { board, decision, textSha256, tally, trace } = closingIn(events).data;
  const of = { board, decision, textSha256, by: how, ...broken(trace, how), tally };
  return { type: 'ProcedureTieBroken', data: { ...of, brokenAt: afterDeadline.at } };
}

function closingIn(events: readonly ProcedureEvent[]): ProcedureClosed {
  const closed = events.find((one) => one.type === 'ProcedureClosed');
  if (!closed) throw new Error('nothing is tied');
  return closed;
}

export const afterDeadline = { at: p.deadline, today: p.closesOn };

/** The same votes in writing; the procedure has closed at its deadline and waits. */
export function tiedInWriting(rule: 'chairSecond' | 'lot'): readonly ProcedureEvent[] {
  const opened = p.opened('written', { rulebook: { ...p.rules, tie: rule } });
  const inFavour = [p.reply('s1', 'for'), p.reply('s2', 'for')];
  return withClosingInWriting([
    ...[opened, ...inFavour],
    ...[p.reply('s3', 'against'), p.reply('s4', 'against')],
  ]);
}

/** These facts with what the deadline of the procedure adds. */
export function withClosingInWriting(events: readonly ProcedureEvent[]): readonly ProcedureEvent[] {
  const close = { type: 'CloseProcedure', data: { grounds: p.grounds } } as const;
  const about = { ...by('s9'), ...afterDeadline, commandId: '', correlationId: '' };
  const decision = procedure.decide(
    { ...about, ...close },
    events.reduce(evolveProcedure, noProcedure),
  );
  return decision.outcome === 'accepted' ? [...events, ...decision.events] : events;
}
