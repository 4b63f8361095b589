import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { itemOf } from './sitting.attendance.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent, VoteClosed } from './sitting.events.js';
import { supersededRefusal, termRefusal } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import type { Item, OpenVote, SittingState } from './sitting.state.js';
import { sittersOf } from './sitting.vote.js';
import { broken } from './tie.js';
import type { TieBreak, TieToBreak } from './tie.events.js';
import { tieRules } from './tie.rules.js';

// A vote of a sitting that closed on equal votes, and waits for what cannot be computed.

type Asked = SittingAsked<'CastSecondVote' | 'PostponeTie' | 'RecordDraw'>;
type Tied = Readonly<{ item: Item; vote: OpenVote; closed: VoteClosed['data']; tie: TieToBreak }>;

/** The drawing by lot: what came out, who drew, and the record of it (D-2); recorded by another. */
export function recordDraw(
  command: SittingAsked<'RecordDraw'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { side, record, drawnBy, textSha256 } = command.data;
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  const { item } = tied;
  if (tied.tie.rule !== 'lot') return refuse(tieRules.NotByLot);
  if (textSha256 !== item.textSha256) return otherText(item);
  if (drawnBy === command.by.person) return refuse(tieRules.DrawerRecords);
  if (item.recusedPeople.includes(drawnBy)) return refuse(tieRules.DrawerRecused);
  if (drawnBy !== state.secretary && !state.attended.includes(drawnBy)) {
    return refuse(tieRules.DrawerAbsent);
  }
  return ended(tied, { kind: 'lot', side, record, drawnBy }, command);
}

/**
 * A second vote of the seat that presided as the vote closed, by who sits for it and is there: on
 * either side, whatever the first one was, an abstention too. It is open, and of nobody else (D-2).
 */
export function castSecondVote(
  command: SittingAsked<'CastSecondVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { data, by } = command;
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  const { item, vote, tie } = tied;
  if (tie.rule !== 'chairSecond') return refuse(tieRules.NotBySecondVote);
  const { seat } = tie;
  if (data.textSha256 !== item.textSha256) return otherText(item);
  const members = vote.electorate.members.filter((one) => one.seat === seat);
  const [sitter] = sittersOf(state, item, members);
  if (!sitter) return refuse(sittingRules.VoterAbsent, { seat });
  const { person } = sitter;
  if (person !== by.person) return refuse(tieRules.NotPresidingSeat, { seat });
  return ended(tied, { kind: 'secondVote', side: data.side, seat, person }, command);
}

/** Who presides puts off what is not decided by lot or second vote: it comes again, as other ties. */
export function postponeTie(
  command: SittingAsked<'PostponeTie'>,
  state: SittingState,
): Decision<SittingEvent> {
  const tied = waiting(command, state);
  if ('outcome' in tied) return tied;
  return ended(tied, { kind: 'postponement', postponedBy: command.by.person }, command);
}

/** The tie of an item while it may be broken: the body in office, the text the frozen one. */
function waiting(
  { data: { item: id, grounds }, today }: Asked,
  state: SittingState,
): Tied | Decision<never> {
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  const { status, vote, tied: closed } = item;
  if (!vote || !closed?.tie) return refuse(tieRules.NoTie, { status });
  const { roll, plan } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const kept = termRefusal(roll, today) ?? supersededRefusal(vote, plan);
  return kept ?? { item, vote, closed, tie: closed.tie };
}

function otherText({ textSha256 }: Item): Decision<never> {
  return refuse(sittingRules.OtherText, { textSha256 });
}

function ended({ closed }: Tied, by: TieBreak, { at: brokenAt }: Asked): Decision<SittingEvent> {
  const { item, decision, textSha256, question, tally, trace } = closed;
  const of = { item, decision, textSha256, ...(question && { question }) };
  return accept({ type: 'TieBroken', data: { ...of, by, ...broken(trace, by), tally, brokenAt } });
}
