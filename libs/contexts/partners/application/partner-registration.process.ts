import type { JsonObject } from '@tavolo/event-store';
import type { Json } from '@tavolo/kernel';
import { claimStream } from '@tavolo/process';
import type {
  ProcessCommand,
  ProcessDefinition,
  ProcessEvent,
  ProcessInput,
  Reaction,
} from '@tavolo/process';
import type { PartnerRegistered } from '../domain/partner.events.js';

type Answered = Exclude<ProcessInput, { kind: 'event' }>;

/**
 * PA-1, one active partner for a tax code: the candidate exists first, the claim of its code
 * decides, and only then it is registered, or rejected. A candidate without a code, as an
 * unregistered association may be, has nothing to claim. The state is the candidate.
 */
export const partnerRegistration: ProcessDefinition<string> = {
  name: 'partnerRegistration',
  categories: ['partner'],
  initial: '',
  keyOf: ({ type, stream }) => (type === 'PartnerRegistered' ? stream : null),
  react: (candidate, input) =>
    input.kind === 'event' ? claimed(input.event) : answered(candidate, input),
};

function claimed({ stream: holder, data }: ProcessEvent): Reaction<string> {
  const { taxCodeHmac } = data as PartnerRegistered['data'];
  if (taxCodeHmac === undefined) return { state: holder, commands: [confirm(holder)] };
  const target = claimStream('taxCode', taxCodeHmac);
  const claim = { name: 'claim', aggregate: 'claim', type: 'Claim', target };
  return { state: holder, commands: [{ ...claim, data: { holder, kind: 'taxCode' } }] };
}

function answered(state: string, input: Answered): Reaction<string> {
  const { command, outcome } = input;
  // The claim answers with a step to take; the last step ends it. A last step that is refused
  // is left to the runner, which stops the process for somebody to look at.
  if (command.name !== 'claim') return { state, done: outcome === 'accepted' };
  if (outcome === 'accepted') return { state, commands: [confirm(state)] };
  return { state, commands: [refuse(state, input.refusal.details.holder)] };
}

function confirm(partner: string): ProcessCommand {
  return onPartner(partner, 'ConfirmRegistration', {});
}

function refuse(partner: string, heldBy: Json | undefined): ProcessCommand {
  return onPartner(partner, 'RefuseRegistration', { heldBy });
}

function onPartner(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: 'answer', aggregate: 'partner', target, type, data };
}
