import type { Brand, LocalDate, PersonRef } from '@tavolo/kernel';

/** Local id of a condition of a decision: `c1`, `c2` … */
export type ConditionId = Brand<string, 'ConditionId'>;
/** Local id of an objection to a decision: `o1`, `o2` … */
export type ObjectionId = Brand<string, 'ObjectionId'>;

/** Whether a decision has effect only once a condition is met, or already before. */
export const conditionEffects = ['before', 'after'] as const;

/** `before`: it must be met before the decision has effect; `after`: it is met afterwards. */
export type ConditionEffect = (typeof conditionEffects)[number];

/** What becomes of a decision whose condition was not met by its day. */
export const conditionFailures = ['lapse', 'suspend', 'report'] as const;

/** `lapse`: the decision ends; `suspend`: its effects stop; `report`: the body is told. */
export type ConditionFailure = (typeof conditionFailures)[number];

/** Who looks at the evidence: the holder of a seat, of an office of the body, or a person. */
export type ConditionVerifier =
  | Readonly<{ kind: 'seat'; seat: string }>
  | Readonly<{ kind: 'chair' | 'secretary' }>
  | Readonly<{ kind: 'person'; person: PersonRef }>;

/** A condition under which a body decides: part of the text that is voted on. */
export type Condition = Readonly<{
  id: ConditionId;
  text: string;
  /** The last day for its evidence. */
  dueOn: LocalDate;
  /** What proves it. */
  evidence: string;
  verifier: ConditionVerifier;
  effect: ConditionEffect;
  onFailure: ConditionFailure;
}>;

/** How a body answers an objection. */
export const objectionAnswers = ['uphold', 'dismiss'] as const;

/** `uphold`: it is right; `dismiss`: it is not, for the reasons of the decision that says so. */
export type ObjectionAnswer = (typeof objectionAnswers)[number];

/** What follows from an objection that is upheld. */
export const objectionFollowUps = ['reconsideration', 'suspension'] as const;

/** `reconsideration`: the body comes back to it; `suspension`: its effects stop at once. */
export type ObjectionFollowUp = (typeof objectionFollowUps)[number];
