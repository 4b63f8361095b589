import type { FrozenStage, RouteTraceStep, StageOutcome } from './route.events.js';
import type { Place, PlaceStatus } from './route.state.js';
import * as say from './route.sentences.js';

/** What a stage is reckoned from: the rules that the route froze, and where each body stands. */
export type StageCount = Readonly<{ rules: FrozenStage; places: readonly Place[] }>;

/** What a stage comes to now, and how; `open` and `escalates` are no outcome yet. */
export type StageResult = Readonly<{
  outcome: StageOutcome | 'open' | 'escalates';
  trace: readonly RouteTraceStep[];
}>;

/** The numbers that a stage is decided by. */
type Numbers = Readonly<{
  asked: number;
  left: number;
  needed: number;
  yes: number;
  no: number;
  /** Said by a vote, not by silence. */
  spokenNo: number;
  pending: number;
  voted: number;
  silent: number;
  objected: number;
  /** Silence that sends the matter to another body. */
  unheard: number;
}>;

/**
 * The outcome of a stage, a pure function of its frozen rules and of what its bodies said
 * (D-2). A stage that decides ends as soon as nothing that is still awaited can change it; an
 * opinion that does not bind is heard from everybody, for its reasons count and not its sum.
 */
export function outcomeOfStage({ rules, places }: StageCount): StageResult {
  const raised = places.filter(({ escalated }) => escalated);
  const isRaised = raised.length > 0;
  const numbers = numbersOf(rules, isRaised ? raised : places, isRaised);
  const outcome = reckoned(rules, numbers, isRaised);
  return { outcome, trace: traceOf(rules, numbers, outcome) };
}

function numbersOf(rules: FrozenStage, places: readonly Place[], isRaised: boolean): Numbers {
  const count = (...these: readonly PlaceStatus[]) =>
    places.filter(({ status }) => these.includes(status)).length;
  const [asked, silent, voted] = [places.length, count('silent'), count('voted')];
  const left = asked - count('lapsed');
  // The body asked in the place of others was the last resort: its silence is a refusal.
  const meaning = isRaised ? 'refusal' : rules.silence;
  return {
    ...{ asked, left, silent, voted, needed: isRaised ? 1 : (rules.needed ?? left) },
    yes: count('yes') + (meaning === 'assent' ? silent : 0),
    no: count('no') + (meaning === 'refusal' ? silent : 0),
    ...{ spokenNo: count('no'), pending: count('waiting', 'voted'), objected: count('objected') },
    unheard: meaning === 'escalates' ? silent : 0,
  };
}

function reckoned(rules: FrozenStage, numbers: Numbers, isRaised: boolean): StageResult['outcome'] {
  if (rules.kind === 'objection') return objected(numbers);
  if (rules.kind === 'opinion' && !rules.binding) return heard(rules, numbers, isRaised);
  return decided(rules, numbers, isRaised);
}

/** Enough of them make the origin think again; when that can't happen any more, it goes on. */
function objected({ objected: made, pending, needed }: Numbers): StageResult['outcome'] {
  if (made >= needed) return 'objected';
  return made + pending < needed ? 'passed' : 'open';
}

/** A single no is no veto here: what does not bind cannot stop. */
function heard(rules: FrozenStage, numbers: Numbers, isRaised: boolean): StageResult['outcome'] {
  const { pending, yes, needed, left } = numbers;
  if (pending > 0) return 'open';
  if (yes >= needed && left > 0) return 'passed';
  return !isRaised && escalates(rules, numbers) ? 'escalates' : 'unfavourable';
}

/** A yes that is voted and has no effect yet is still pending: only what has effect counts (D-9). */
function decided(rules: FrozenStage, numbers: Numbers, isRaised: boolean): StageResult['outcome'] {
  const { yes, needed, left, pending, voted, spokenNo } = numbers;
  const canVeto = rules.veto && !isRaised;
  if (canVeto && spokenNo > 0) return 'failed';
  if (yes + pending < needed || left === 0) return short(rules, numbers, isRaised);
  return yes < needed || (canVeto && pending > voted) ? 'open' : 'passed';
}

/** The number can't be reached any more. */
function short(rules: FrozenStage, numbers: Numbers, isRaised: boolean): StageResult['outcome'] {
  return !isRaised && escalates(rules, numbers) ? 'escalates' : 'failed';
}

function escalates({ unreachable }: FrozenStage, { unheard, left, needed }: Numbers): boolean {
  return unheard > 0 || (unreachable === 'escalates' && (left === 0 || left < needed));
}

function traceOf(
  { kind, veto, silence }: FrozenStage,
  numbers: Numbers,
  outcome: StageResult['outcome'],
): readonly RouteTraceStep[] {
  const { asked, left, needed, yes, no, silent, objected: made, pending, spokenNo } = numbers;
  const steps: RouteTraceStep[] = [say.bodies({ asked, left })];
  if (kind === 'objection') steps.push(say.objections({ made, needed, pending }));
  else steps.push(say.answers({ yes, no, pending }));
  if (silent > 0) steps.push(say.silence({ silent }, silence));
  if (veto && spokenNo > 0) steps.push(say.vetoed({ no: spokenNo }));
  if (kind !== 'objection') steps.push(say.needed({ yes, needed }));
  return [...steps, say.stageResult(outcome)];
}
