import { body, chair, organisation, person, seat, secretary } from '@tavolo/waiting';
import type { Move, MoveCode, Who } from '@tavolo/waiting';
import type { DecisionRow } from './decision.projection.js';

/** Moves beside the state of a decision: what it binds others to, and what others ask of it. */
export const laterMoves = [
  'submitConditionEvidence',
  'verifyCondition',
  'noteFailure',
  'answerObjection',
  'confirmImplementation',
  'ratifyAct',
  'publishDecision',
] as const satisfies readonly MoveCode[];

/** What is awaited beside the state; once the decision has ended, only what the body was told. */
export function laterMovesOf(row: DecisionRow): readonly Move[] {
  const noting = row.conditions.flatMap((condition) => ofFailure(row, condition));
  if (over.includes(row.status)) return noting;
  return [
    ...row.conditions.flatMap((condition) => onCondition(row, condition)),
    ...noting,
    ...row.objections
      .filter(({ answer }) => answer === null)
      .map(({ id: key }): Move => ({ move: 'answerObjection', who: body(row.board), key })),
    ...implementation(row),
    ...ratification(row),
    ...publication(row),
  ];
}

const over: readonly string[] = [
  ...['Withdrawn', 'Rejected', 'Revoked', 'Annulled', 'Superseded', 'Lapsed'],
];

/** Evidence within the due day; then whoever the condition names, for whom no day runs. */
function onCondition(
  { board, proposer }: DecisionRow,
  { id: key, status, dueOn, verifier }: DecisionRow['conditions'][number],
): readonly Move[] {
  if (status === 'Open') {
    const who = person(proposer);
    return [{ move: 'submitConditionEvidence', who, key, due: { on: dueOn } }];
  }
  return status === 'Submitted'
    ? [{ move: 'verifyCondition', who: verifierOf(board, verifier), key }]
    : [];
}

/** The body takes note of a failure that does nothing but be reported. */
function ofFailure(
  { board }: DecisionRow,
  { id: key, status, onFailure }: DecisionRow['conditions'][number],
): readonly Move[] {
  const isTold = status === 'Failed' && onFailure === 'report';
  return isTold ? [{ move: 'noteFailure', who: body(board), key }] : [];
}

function verifierOf(board: string, verifier: DecisionRow['conditions'][number]['verifier']): Who {
  switch (verifier.kind) {
    case 'seat':
      return seat(board, verifier.seat);
    case 'person':
      return person(verifier.person);
    case 'chair':
      return chair(board);
    case 'secretary':
      return secretary(board);
  }
}

/** The partner that carries it out; an office of the body is reached by the secretary. */
function implementation({ board, implementation: one }: DecisionRow): readonly Move[] {
  if (one?.implementedOn !== null) return [];
  const who = one.partner === null ? secretary(board) : organisation(one.partner, 'plan');
  return [{ move: 'confirmImplementation', who, due: { on: one.dueOn } }];
}

/** D-6: what had effect before its publication is published all the same. */
function publication({ board, effectiveOn, publication: one }: DecisionRow): readonly Move[] {
  const isOwed = effectiveOn !== null && one === null;
  return isOwed ? [{ move: 'publishDecision', who: secretary(board) }] : [];
}

/** What the chair decided alone lapses unless the body ratifies it in time. */
function ratification({ board, urgency }: DecisionRow): readonly Move[] {
  if (urgency?.ratifiedAt !== null) return [];
  const { ratifyBy } = urgency;
  const due = ratifyBy === null ? null : { on: ratifyBy };
  return [{ move: 'ratifyAct', who: body(board), due }];
}
