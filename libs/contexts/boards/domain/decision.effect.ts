import { accept, refuse } from '@tavolo/kernel';
import type { Decision, Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { objectionsUntil } from './decision.answers.js';
import type { DecisionAsked } from './decision.commands.js';
import { pendingBefore } from './decision.conditions.js';
import type { DecisionEvent } from './decision.events.js';
import type { SignatureAsked } from './decision.later.commands.js';
import { laterRules } from './decision.later.rules.js';
import { routeRefusal } from './decision.route.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';
import type { Roll } from './roll.js';

type Signed = Readonly<{ at: Instant; recorder: PersonRef }>;

/** The chair or the secretary of that day signed the text that was voted on (D-10, X-3). */
export function sign(
  { data, at, by }: DecisionAsked<'SignDecision'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  if (data.textSha256 !== state.textSha256) {
    return refuse(decisionRules.OtherText, { textSha256: state.textSha256 });
  }
  const kept = routeRefusal(state);
  if (kept) return kept;
  const signature = signatureOf(data, state, { at, recorder: by.person });
  if ('outcome' in signature) return signature;
  return accept({ type: 'DecisionSigned', data: signature });
}

/** A signature of a text of a decision, by its chair or secretary of that day (D-10, X-3). */
export function signatureOf(
  asked: SignatureAsked,
  { proposer, approvedAt }: DecisionState,
  { at, recorder }: Signed,
) {
  const { textSha256, signatory, level, signedAt, grounds } = asked;
  if (signatory === proposer) return refuse(decisionRules.ProposerSigns);
  if (signedAt > at) return refuse(decisionRules.SignedInFuture, { signedAt });
  if (approvedAt !== null && signedAt < approvedAt) {
    return refuse(decisionRules.SignedBeforeVote, { signedAt });
  }
  const signedAs = officeOf(grounds.roll, signatory);
  if (!signedAs) return refuse(decisionRules.SignatoryWithoutOffice);
  const files = filesOf(asked, recorder);
  if ('outcome' in files) return files;
  return { textSha256, signatory, signedAs, level, signedAt, ...files };
}

function officeOf(roll: Roll | null, person: PersonRef): 'chair' | 'secretary' | null {
  if (roll?.chair?.person === person) return 'chair';
  return roll?.secretary === person ? 'secretary' : null;
}

/** Only a simple signature has no container of its own: nobody but its author records it. */
function filesOf({ level, container, report, signatory }: SignatureAsked, recorder: PersonRef) {
  if (level === 'simple' && signatory !== recorder) return refuse(decisionRules.SimpleForAnother);
  if (level !== 'simple' && (container === undefined || report === undefined)) {
    return refuse(decisionRules.ContainerMissing, { level });
  }
  return { container: container ?? null, report: report ?? null };
}

/** Published already, with effect from that day or a later one, or from an earlier vote (D-6). */
export function publish(
  { data, today }: DecisionAsked<'PublishDecision'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { where, publishedOn, effectiveFrom = publishedOn, document, grounds } = data;
  const { status, published, confidential } = state;
  if (published) return refuse(decisionRules.WrongState, { status });
  if (confidential) return refuse(decisionRules.Confidential);
  if (publishedOn > today) return refuse(decisionRules.PublishedInFuture, { publishedOn });
  const kept = earlierEffect(state);
  if (kept === null && effectiveFrom < publishedOn) {
    return refuse(decisionRules.EffectBeforePublication, { effectiveFrom, publishedOn });
  }
  const until = objectionsUntil(publishedOn, grounds.roll);
  const term = until === null ? {} : { objectionsUntil: until };
  const from = { effectiveFrom: kept ?? effectiveFrom, document: document ?? null };
  return accept({ type: 'DecisionPublished', data: { where, publishedOn, ...from, ...term } });
}

/** The day from which it has effect without its publication; null where it waits for that. */
function earlierEffect({ hadEffect, effectiveFrom, later }: DecisionState): LocalDate | null {
  return hadEffect ? effectiveFrom : later.enforceableFrom;
}

/** D-6: when the day has come, and what must be met before is met; once. */
export function makeEffective(
  { today }: DecisionAsked<'MakeEffective'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { board, subject, textSha256, number, later, hadEffect, published, status } = state;
  if (hadEffect) return accept(); // It was enforceable before it was published.
  const { enforceableFrom } = later;
  if (!published && enforceableFrom === null) return refuse(decisionRules.WrongState, { status });
  const effectiveFrom = enforceableFrom ?? state.effectiveFrom;
  if (effectiveFrom === null || number === null || today < effectiveFrom) {
    return refuse(decisionRules.NotYetEffective, { effectiveFrom });
  }
  const pending = pendingBefore(state).map(({ id }) => id);
  if (pending.length > 0) return refuse(laterRules.ConditionPending, { conditions: pending });
  const cleared = later.conditions.filter(({ effect }) => effect === 'before');
  const effectiveOn = cleared
    .map(({ clearedOn }) => clearedOn)
    .reduce<LocalDate>((last, day) => (day !== null && day > last ? day : last), effectiveFrom);
  const data = { board, subject, textSha256, number, effectiveOn };
  return accept({ type: 'DecisionBecameEffective', data });
}
