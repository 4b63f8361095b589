import { asGraphql, BadForm } from '@tavolo/graphql';
import { resting } from './decision.shapes.js';
import type { OpenVoteInput } from './sitting.inputs.js';
import type { VoteQuestionInput } from './vote.question.inputs.js';

/** What is put to the vote, with the document of its reasons. @throws GraphQLError BAD_USER_INPUT */
export function openingOf({ question, ...input }: OpenVoteInput) {
  if (!question) return input;
  const asked = questionOf(question);
  const rests = { ...input, decision: '' };
  const { documents } = resting(rests, [question.reason]);
  return { ...input, documents, question: asked };
}

function questionOf({ kind, until, reason }: VoteQuestionInput): object {
  const isDeferral = kind === 'defer';
  if (isDeferral && reason) return { kind, reason, ...(until && { until }) };
  if (!isDeferral && !reason && !until) return { kind };
  const form = new BadForm(
    'Un rinvio (DEFER) indica le ragioni (reason) e, se a data fissa, il giorno (until); l’immediata eseguibilità né le une né l’altro.',
    'A deferral (DEFER) names its reason and, where it is to a day, until; enforceability names neither.',
  );
  throw asGraphql(form, 'input.question');
}
