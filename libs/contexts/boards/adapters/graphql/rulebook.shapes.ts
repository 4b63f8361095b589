import { asGraphql, BadForm } from '@tavolo/graphql';
import { rulebookPresets } from '../../contract/index.js';
import type { QuorumRule, Rulebook, RulebookPreset } from '../../contract/index.js';
import type { WrittenRuleInput } from './procedure-rule.inputs.js';
import type { CategoryWeightInput } from './rule.inputs.js';
import type { QuorumRuleInput } from './quorum.inputs.js';
import type { MajorityRuleInput, RulebookInput } from './rulebook.inputs.js';

/** A rulebook as it is stored; `path` is its field. @throws GraphQLError BAD_USER_INPUT */
export function rulebookOf(given: RulebookInput, path: string): Rulebook {
  const { quorum, majority, enforceability, secondCall, written, ...rest } = given;
  const { tie, recusedLeaveBase, noticeDays, representation, ...optional } = rest;
  return plain({
    quorum: quorumOf(quorum, `${path}.quorum`),
    majority: majorityOf(majority),
    ...{ tie, recusedLeaveBase, noticeDays, representation },
    ...optional,
    enforceability: enforceability && majorityOf(enforceability),
    secondCall: secondCall && quorumOf(secondCall, `${path}.secondCall`),
    written: written && writtenOf(written, `${path}.written`),
  }) as Rulebook;
}

function writtenOf({ replies, ...rest }: WrittenRuleInput, path: string) {
  return { ...rest, replies: replies && quorumOf(replies, `${path}.replies`) };
}

function majorityOf({ base, num, den, strict, unanimity, atLeast }: MajorityRuleInput) {
  return { base, num, den, strict, unanimity, atLeast };
}

function quorumOf(given: QuorumRuleInput, path: string): QuorumRule {
  const { kind, n, num, den, strict, of, counted, categories } = given;
  const more = { counted, categories };
  if (kind === 'count' && typeof n === 'number') return plain({ kind, n, ...more }) as QuorumRule;
  if (typeof num === 'number' && typeof den === 'number' && typeof of === 'string') {
    return plain({ kind: 'fraction', num, den, strict, of, ...more }) as QuorumRule;
  }
  const form = new BadForm(
    'Un numero legale è un numero (kind COUNT, n) o una frazione (kind FRACTION, num, den, of).',
    'A quorum is a number (kind COUNT, n) or a share (kind FRACTION, num, den, of).',
  );
  throw asGraphql(form, path);
}

/** Without what was left out or said as null, and without the classes of the inputs. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(given.map(([name, item]) => [name, plain(item)]));
}

/** A rulebook as it is asked for: a preset, with weights where votes are weighed, or its own. */
type RulebookAsked = Readonly<{
  preset?: string | null | undefined;
  rulebook?: RulebookInput | null | undefined;
  weights?: readonly CategoryWeightInput[] | null | undefined;
  /** The field of the input. */
  path?: string;
}>;

/** One of the house, or its own. @throws GraphQLError BAD_USER_INPUT */
export function adoptedRulebook({
  preset,
  rulebook,
  weights,
  path = 'input.rulebook',
}: RulebookAsked): Rulebook {
  if (rulebook && !preset && !weights) return rulebookOf(rulebook, path);
  if (preset && !rulebook) {
    const start: Rulebook = rulebookPresets[preset as RulebookPreset];
    if (!weights) return start;
    return { ...start, weights: weights.map(({ category, weight }) => ({ category, weight })) };
  }
  const form = new BadForm(
    'Indicare un regolamento: uno tipo (preset) oppure uno proprio (rulebook), non entrambi.',
    'Name one rulebook: a preset or one of its own (rulebook), not both.',
  );
  throw asGraphql(form, path);
}
