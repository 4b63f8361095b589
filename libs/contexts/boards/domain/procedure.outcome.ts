import type { BallotForm, SilenceRule } from '../contract/index.js';
import { outcomeIn } from './ballot.count.js';
import type { CountingRules } from './earlier-majority.js';
import { among, without } from './outcome.count.js';
import type { Count } from './outcome.count.js';
import { quorumOf, withEarlier } from './outcome.js';
import type { Outcome, Quorum, TraceStep, VoteOutcome } from './outcome.js';
import { say } from './outcome.sentences.js';
import { sayOfProcedures } from './procedure.sentences.js';
import type { SeatId } from './board.events.js';

/**
 * The outcome of a written procedure (D-2): the same pure function as of a vote in a sitting, in
 * exact fractions, where who replied is who was present. `replies` of the rulebook takes the
 * place of the quorum of a sitting. Of a secret one without the casting vote of anybody (D-3).
 */
export function writtenOutcomeOf(
  count: Count,
  rulebook: CountingRules,
  form: BallotForm = 'named',
): Outcome {
  const counting = rulesInWriting(rulebook);
  const { outcome, trace } = outcomeIn(form, count, counting);
  const [first, ...rest] = trace;
  if (!first) return { outcome, trace };
  const quorum = quorumOf(count, counting.quorum);
  return { outcome, trace: [{ ...first, ...sayOfProcedures.replies(quorum) }, ...rest] };
}

/** In writing the quorum is of replies; everything else of the rulebook stays. */
export function rulesInWriting(rulebook: CountingRules): CountingRules {
  const { quorum, written } = rulebook;
  return { ...rulebook, quorum: written?.replies ?? quorum };
}

/** A silence procedure as it is counted: who may speak, who is out, who objected. */
export type SilenceCount = Pick<Count, 'seats' | 'entitled' | 'recused' | 'categories'> &
  Partial<Pick<Count, 'chair' | 'viceChair'>> &
  Readonly<{ objections: readonly SeatId[] }>;

/**
 * The outcome of a silence procedure (D-2): adopted, unless so many objections as the rulebook
 * says. The seats that may speak must make the quorum of the body: where recusals or vacancies
 * leave too few, nobody's silence binds it (GB-4). `postponed` is for a sitting to decide. Where
 * it comes back to a decision, silence counts in favour towards the majority of that one (D-8).
 */
export function silenceOutcomeOf(
  count: SilenceCount,
  rules: CountingRules,
  rule: SilenceRule,
): Outcome {
  const { entitled, recused, objections } = count;
  const free = without(entitled, recused);
  const found = quorumOf({ ...count, present: free }, rules.quorum);
  const first = quorumStep(found);
  if (!found.reached) return { outcome: 'inquorate', trace: [first, resultStep('inquorate')] };
  const against = among(free, objections).length;
  const holds = against < rule.objections;
  const numbers = { free: free.length, objections: against, needed: rule.objections };
  const second: TraceStep = {
    ...{ step: 'silence', numbers, holds },
    ...sayOfProcedures.silence(numbers, holds),
  };
  const objected = rule.onObjections === 'sitting' ? 'postponed' : 'rejected';
  const own = { steps: [second], outcome: holds ? 'approved' : objected } as const;
  const { steps, outcome } = withEarlier(own, assents(count, free), rules);
  return { outcome, trace: [first, ...steps, resultStep(outcome)] };
}

/** Silence as votes: who may speak and did not object is in favour. */
function assents(
  { objections, chair = null, ...count }: SilenceCount,
  free: readonly SeatId[],
): Count {
  const ballots = free.map((seat) => {
    return { seat, choice: objections.includes(seat) ? 'against' : 'for' } as const;
  });
  return { ...count, chair, present: free, ballots };
}

function quorumStep(found: Quorum): TraceStep {
  const { present, whole, needed, reached, uncovered } = found;
  const numbers = { present, whole, needed, ...(uncovered && { uncovered: uncovered.length }) };
  return { step: 'quorum', numbers, holds: reached, ...sayOfProcedures.free(found) };
}

function resultStep(outcome: VoteOutcome): TraceStep {
  return { step: 'result', numbers: {}, holds: outcome === 'approved', ...say.result(outcome) };
}
