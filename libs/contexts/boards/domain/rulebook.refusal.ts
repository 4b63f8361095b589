import type {
  CategoryMinimum,
  MajorityRule,
  QuorumRule,
  Rulebook,
  Share,
} from '../contract/index.js';
import { refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { isSecret } from './ballot.js';
import { boardRules } from './board.rules.js';
import { procedurePartsRefusal } from './rulebook.procedures.js';

/** A rulebook under which nothing, or everything, would pass is none. */
export function rulebookRefusal(rulebook: Rulebook, seats: number): Decision<never> | null {
  const { quorum, secondCall, majority, representation, written, enforceability } = rulebook;
  const quorums = [quorum, secondCall, written?.replies].filter((rule) => rule !== undefined);
  for (const rule of quorums) {
    const kept = quorumRefusal(rule, seats);
    if (kept) return kept;
  }
  const majorities = [majority, ...(enforceability ? [enforceability] : [])];
  if (!majorities.every((one) => isMajority(one, seats)))
    return refuse(boardRules.MajorityRuleVoid);
  return (
    weightsRefusal(rulebook) ??
    procedurePartsRefusal(rulebook, seats) ??
    minimaRefusal(representation, seats) ??
    ballotsRefusal(rulebook)
  );
}

function quorumRefusal(quorum: QuorumRule, seats: number): Decision<never> | null {
  const stands = quorum.kind === 'count' ? quorum.n >= 1 && quorum.n <= seats : isShare(quorum);
  if (!stands) return refuse(boardRules.QuorumRuleVoid, { seats });
  return minimaRefusal(quorum.categories ?? [], seats);
}

function minimaRefusal(minima: readonly CategoryMinimum[], seats: number): Decision<never> | null {
  const asked = minima.reduce((total, { min }) => total + min, 0);
  return asked <= seats ? null : refuse(boardRules.RepresentationExceedsSeats, { asked, seats });
}

/** Unanimity is all of the base; no number of votes beyond the seats can be reached. */
function isMajority(majority: MajorityRule, seats: number): boolean {
  const { num, den, strict, unanimity, atLeast = 1 } = majority;
  if (atLeast < 1 || atLeast > seats) return false;
  return unanimity === undefined ? isShare(majority) : num === den && !strict;
}

/** Weights for everybody or nobody: vacant seats have none, so they are no base for weights. */
function weightsRefusal({ majority, weights, weightedMajority }: Rulebook): Decision<never> | null {
  if (weightedMajority && !isShare(weightedMajority)) return refuse(boardRules.MajorityRuleVoid);
  if (!weights) return weightedMajority ? refuse(boardRules.WeightsMissing) : null;
  const categories = weights.map(({ category }) => category);
  const twice = categories.find((one, i) => categories.indexOf(one) !== i);
  if (twice !== undefined) return refuse(boardRules.WeightTwice, { category: twice });
  return majority.base === 'seats' ? refuse(boardRules.WeightsOfVacantSeats) : null;
}

/** D-1, D-3: a body that names its forms has one in which it can vote, and names each once. */
function ballotsRefusal({ ballots, weights, quorum }: Rulebook): Decision<never> | null {
  if (!ballots) return null;
  const isTwice = new Set(ballots).size !== ballots.length;
  const secretStands = weights === undefined && quorum.categories === undefined;
  const some = ballots.some((form) => secretStands || !isSecret(form));
  return some && !isTwice ? null : refuse(boardRules.BallotFormsVoid);
}

/** More than 1 of 1 could never be reached. */
function isShare({ num, den, strict }: Share): boolean {
  return num >= 1 && (strict ? num < den : num <= den);
}
