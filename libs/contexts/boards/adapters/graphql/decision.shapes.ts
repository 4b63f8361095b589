import { asGraphql, BadForm } from '@tavolo/graphql';
import type { ProposeDecisionInput } from './decision.inputs.js';
import type { ConditionInput } from './later.inputs.js';
import { rulesFrom } from './route/route.shapes.js';
import { rulebookOf } from './rulebook.shapes.js';

/** What every input on a decision that exists holds. */
export interface OnDecision {
  readonly decision: string;
  readonly documents?: readonly { readonly sha256: string }[];
  readonly conditions?: unknown;
}

const subjects = [
  ...(['adoptPlan', 'amendRules', 'endDecision', 'reconsider', 'ratify'] as const),
  ...(['waiveCondition', 'noteFailure', 'answerObjection', 'adoptRoute'] as const),
  'extendPlan',
] as const;

type SubjectAsked = Readonly<{
  [Field in (typeof subjects)[number]]: ProposeDecisionInput[Field] | null | undefined;
}>;

/** One subject; a decision on something else names none. @throws GraphQLError BAD_USER_INPUT */
export function subjectOf(asked: SubjectAsked): object {
  const named = subjects.filter((field) => asked[field] !== undefined && asked[field] !== null);
  if (named.length > 1) {
    const form = new BadForm(
      `Una deliberazione ha un solo oggetto, ne sono indicati ${String(named.length)}: ${named.join(', ')}.`,
      `A decision has one subject, ${String(named.length)} are named: ${named.join(', ')}.`,
    );
    throw asGraphql(form, 'input');
  }
  const { adoptPlan, amendRules, endDecision, reconsider, ratify } = asked;
  if (amendRules) {
    return { kind: 'amendRules', rulebook: rulebookOf(amendRules, 'input.amendRules') };
  }
  if (adoptPlan) return { kind: 'adoptPlan', plan: adoptPlan.plan, sha256: adoptPlan.sha256 };
  if (endDecision) {
    const { decision, how, dependents } = endDecision;
    return { kind: 'endDecision', decision, how, dependents };
  }
  if (reconsider) return { kind: 'reconsider', decision: reconsider };
  if (ratify) return { kind: 'ratify', decision: ratify };
  return laterSubjectOf(asked);
}

function laterSubjectOf(asked: SubjectAsked): object {
  const { waiveCondition, noteFailure, answerObjection, adoptRoute, extendPlan } = asked;
  if (extendPlan) {
    const { plan, change, agreement } = extendPlan;
    return { kind: 'extendPlan', plan, change, agreement };
  }
  if (adoptRoute) {
    const { definition, rules } = adoptRoute;
    return { kind: 'adoptRoute', definition, rules: rulesFrom(rules) };
  }
  if (waiveCondition) {
    const { decision, condition } = waiveCondition;
    return { kind: 'waiveCondition', decision, condition };
  }
  if (noteFailure) {
    const { decision, condition } = noteFailure;
    return { kind: 'noteFailure', decision, condition };
  }
  if (!answerObjection) return { kind: 'other' };
  const { decision, objection, answer, follows } = answerObjection;
  const then = follows === undefined || follows === null ? {} : { follows };
  return { kind: 'answerObjection', decision, objection, answer, ...then };
}

/** Conditions as the domain takes them. @throws GraphQLError BAD_USER_INPUT */
export function conditionsOf(
  conditions: readonly ConditionInput[] | null | undefined,
): object | undefined {
  return conditions?.map(({ text, dueOn, evidence, verifier, effect, onFailure }, i) => {
    const path = `input.conditions.${String(i)}.verifier`;
    return { text, dueOn, evidence, verifier: verifierOf(verifier, path), effect, onFailure };
  });
}

function verifierOf({ kind, seat, person }: ConditionInput['verifier'], path: string): object {
  const named = { ...(seat && { seat }), ...(person && { person }) };
  const asks = kind === 'seat' || kind === 'person' ? kind : '';
  if (Object.keys(named).join() === asks) return { kind, ...named };
  const form = new BadForm(
    'Per la verifica indicare un seggio (seat), una persona (person), oppure solo un ufficio.',
    'For the verification name a seat, a person, or an office alone.',
  );
  throw asGraphql(form, path);
}

/** The documents that the content names are documents of the act too. */
export function resting<T extends OnDecision>(
  input: T,
  hashes: readonly (string | null | undefined)[],
): T {
  const given = input.documents ?? [];
  const known = new Set(given.map(({ sha256 }) => sha256));
  const more = [...new Set(hashes)]
    .filter((sha256) => typeof sha256 === 'string')
    .filter((sha256) => !known.has(sha256))
    .map((sha256) => ({ sha256 }));
  return { ...input, documents: [...given, ...more] };
}
