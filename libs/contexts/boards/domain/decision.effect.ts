import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import type { DecisionAsked } from './decision.commands.js';
import type { DecisionEvent } from './decision.events.js';
import { decisionRules } from './decision.rules.js';
import type { DecisionState } from './decision.state.js';
import type { Roll } from './roll.js';

/** The chair or the secretary of that day signed the text that was voted on (D-10, X-3). */
export function sign(
  { data, at, by }: DecisionAsked<'SignDecision'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  const { textSha256, signatory, level, signedAt, grounds } = data;
  if (textSha256 !== state.textSha256) {
    return refuse(decisionRules.OtherText, { textSha256: state.textSha256 });
  }
  if (signatory === state.proposer) return refuse(decisionRules.ProposerSigns);
  if (signedAt > at) return refuse(decisionRules.SignedInFuture, { signedAt });
  if (state.approvedAt !== null && signedAt < state.approvedAt) {
    return refuse(decisionRules.SignedBeforeVote, { signedAt });
  }
  const signedAs = officeOf(grounds.roll, signatory);
  if (!signedAs) return refuse(decisionRules.SignatoryWithoutOffice);
  const files = filesOf(data, by.person);
  if ('outcome' in files) return files;
  const signature = { textSha256, signatory, signedAs, level, signedAt };
  return accept({ type: 'DecisionSigned', data: { ...signature, ...files } });
}

function officeOf(roll: Roll | null, person: PersonRef): 'chair' | 'secretary' | null {
  if (roll?.chair?.person === person) return 'chair';
  return roll?.secretary === person ? 'secretary' : null;
}

/** Only a simple signature has no container of its own: nobody but its author records it. */
function filesOf(
  { level, container, report, signatory }: DecisionAsked<'SignDecision'>['data'],
  recorder: PersonRef,
) {
  if (level === 'simple' && signatory !== recorder) return refuse(decisionRules.SimpleForAnother);
  if (level !== 'simple' && (container === undefined || report === undefined)) {
    return refuse(decisionRules.ContainerMissing, { level });
  }
  return { container: container ?? null, report: report ?? null };
}

/** Published already, with effect from that day or a later one (D-6). */
export function publish({
  data: { where, publishedOn, effectiveFrom = publishedOn, document },
  today,
}: DecisionAsked<'PublishDecision'>): Decision<DecisionEvent> {
  if (publishedOn > today) return refuse(decisionRules.PublishedInFuture, { publishedOn });
  if (effectiveFrom < publishedOn) {
    return refuse(decisionRules.EffectBeforePublication, { effectiveFrom, publishedOn });
  }
  const data = { where, publishedOn, effectiveFrom, document: document ?? null };
  return accept({ type: 'DecisionPublished', data });
}

/** D-6: when the day has come. */
export function makeEffective(
  { today }: DecisionAsked<'MakeEffective'>,
  { effectiveFrom, board, subject, textSha256, number }: DecisionState,
): Decision<DecisionEvent> {
  if (effectiveFrom === null || number === null || today < effectiveFrom) {
    return refuse(decisionRules.NotYetEffective, { effectiveFrom });
  }
  const data = { board, subject, textSha256, number, effectiveOn: effectiveFrom };
  return accept({ type: 'DecisionBecameEffective', data });
}
