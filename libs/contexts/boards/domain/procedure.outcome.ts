import type { BallotForm, Rulebook, SilenceRule } from '../contract/index.js';
import { outcomeIn } from './ballot.count.js';
import type { CountingRules } from './earlier-majority.js';
import { among, without } from './outcome.count.js';
import type { Count } from './outcome.count.js';
import { quorumOf, withEarlier } from './outcome.js';
import type { Outcome, Quorum, TraceStep } from './outcome.js';
import { resultStep } from './outcome.trace.js';
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
  const counted = outcomeIn(form, count, counting);
  const [first, ...rest] = counted.trace;
  if (!first) return counted;
  const quorum = quorumOf(count, counting.quorum);
  return { ...counted, trace: [{ ...first, ...sayOfProcedures.replies(quorum) }, ...rest] };
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
 * it comes back to a decision, silence counts in favour towards the majority of that one (D-8);
 * a tie there is for a sitting too, where that one would have been broken by lot or second vote:
 * who is silent casts no first vote, and nobody is there to draw.
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
  const { steps, outcome } = withEarlier(own, assents(count, free), unbroken(rules));
  return { outcome, trace: [first, ...steps, resultStep(outcome)] };
}

function unbroken({ alsoNeeded = [], ...rules }: CountingRules): CountingRules {
  return { ...rules, alsoNeeded: alsoNeeded.map((one) => waitsForNobody(one)) };
}

function waitsForNobody<T extends Pick<Rulebook, 'tie'>>(rules: T): T {
  const waits = rules.tie === 'lot' || rules.tie === 'chairSecond';
  return waits ? { ...rules, tie: 'postponed' } : rules;
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
