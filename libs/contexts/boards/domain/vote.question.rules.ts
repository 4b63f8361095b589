import { rules } from '@tavolo/kernel';

/** What keeps a question on an item, and what followed from one, out of a sitting. */
export const questionRules = rules({
  NotApproved: [
    'D-6',
    'Si dichiara immediatamente eseguibile ciò che questa seduta ha approvato: il punto è nello stato {status}.',
    'What this sitting approved is declared immediately enforceable: the item is in the state {status}.',
  ],
  EnforceabilityVoted: [
    'D-6',
    'Sull’immediata eseguibilità di questo punto si è già votato.',
    'The immediate enforceability of this item was voted on already.',
  ],
  DeferralPast: [
    'X-2',
    'Un punto si rinvia a un giorno futuro, non al {until}.',
    'An item is deferred to a day to come, not to {until}.',
  ],
  DeferredUntil: [
    'GB-1',
    'L’organo ha rinviato la proposta {decision} al {until}: prima di quel giorno non si tratta.',
    'The body deferred the decision {decision} to {until}: it is not dealt with before that day.',
  ],
  DeferredHere: [
    'GB-1',
    'L’organo ha rinviato la proposta {decision} in questa seduta: va iscritta a una successiva.',
    'The body deferred the decision {decision} in this sitting: put it on the agenda of a later one.',
  ],
});
