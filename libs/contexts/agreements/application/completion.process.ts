import type { JsonObject } from '@tavolo/event-store';
import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction, Sentence } from '@tavolo/process';
import type { AgreementEvent, ProtocolEntry } from '../domain/agreement.events.js';
import { protocolClaim } from './protocol-claim.js';

/** How far a signed agreement has come on its way into force. */
type Completion = Readonly<{
  /** The body whose protocol officer was asked. */
  owner: PartnerId | null;
  /** The number that is being claimed. */
  entry: ProtocolEntry | null;
  registered: boolean;
}>;

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
type Types = AgreementEvent['type'];

const concerned: readonly Types[] = [
  'AgreementFullySigned',
  'RegistrationAsked',
  'AgreementRegistrationProposed',
  'AgreementRegistrationDenied',
  'AgreementRegistered',
  'PrecedentConditionMet',
  'AgreementEnteredIntoForce',
];

/**
 * From the last signature into force: asks for a protocol number and waits for it, claims it
 * registers, and brings into force once every condition is met.
 */
export const completionProcess: ProcessDefinition<Completion> = {
  name: 'agreementCompletion',
  categories: ['agreement'],
  initial: { owner: null, entry: null, registered: false },
  keyOf: ({ type, stream }) =>
    (concerned as readonly string[]).includes(type) ? stream.slice('agreement-'.length) : null,
  react: (state, input) =>
    input.kind === 'event' ? onFact(state, input.event) : onAnswer(state, input),
};

function onFact(state: Completion, event: ProcessEvent): Reaction<Completion> {
  const { type, data } = event as unknown as AgreementEvent;
  const to = (name: string, given: JsonObject = {}) => toAgreement(event.stream, name, given);
  switch (type) {
    case 'AgreementFullySigned':
      return { state, commands: [to('AskRegistration')] };
    case 'RegistrationAsked':
      return awaitsNumber({ ...state, owner: data.askedOf });
    case 'AgreementRegistrationProposed':
      return { state: { ...state, entry: data }, commands: [claimFor(event.stream, data)] };
    case 'AgreementRegistrationDenied':
      return awaitsNumber({ ...state, entry: null });
    case 'AgreementRegistered':
      return { state: { ...state, registered: true }, commands: [to('BringIntoForce')] };
    case 'PrecedentConditionMet':
      return state.registered ? { state, commands: [to('BringIntoForce')] } : { state };
    case 'AgreementEnteredIntoForce':
      return { state, done: true };
    default:
      return { state };
  }
}

function onAnswer(state: Completion, answer: Answered): Reaction<Completion> {
  const { command, outcome } = answer;
  if (command.name === 'Claim') return claimAnswered(state, answer);
  if (command.name !== 'BringIntoForce' || outcome === 'accepted') return { state };
  // What is still open is somebody's to bring; any other refusal stops the process.
  return answer.refusal.code === 'ConditionsOpen'
    ? { state, waiting: { why: conditionsAwaited, ...ownedBy(state) } }
    : { state };
}

function claimAnswered(state: Completion, answer: Answered): Reaction<Completion> {
  const { entry } = state;
  if (entry === null) return { state };
  const { holder: agreement } = answer.command.data as { holder: string };
  if (answer.outcome === 'accepted') {
    return { state, commands: [toAgreement(agreement, 'ConfirmRegistration', entry)] };
  }
  const { rule, code } = answer.refusal;
  const denied = { ...entry, rule, code };
  return { state, commands: [toAgreement(agreement, 'DenyRegistration', denied)] };
}

/** A number that was given before it was asked for is already on its way. */
function awaitsNumber(state: Completion): Reaction<Completion> {
  return state.entry === null
    ? { state, waiting: { why: numberAwaited, ...ownedBy(state) } }
    : { state };
}

function ownedBy({ owner }: Completion): { owner?: string } {
  return owner === null ? {} : { owner };
}

function claimFor(holder: string, entry: ProtocolEntry): ProcessCommand {
  const target = protocolClaim(entry);
  const data = { holder, kind: 'protocol' };
  return { name: 'Claim', aggregate: 'claim', target, type: 'Claim', data };
}

function toAgreement(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'agreement', target, type, data };
}

const numberAwaited: Sentence = {
  it: 'L’accordo è firmato da tutti: si attende il numero di protocollo.',
  en: 'All have signed the agreement: its protocol number is awaited.',
};
const conditionsAwaited: Sentence = {
  it: 'L’accordo è registrato: mancano ancora condizioni sospensive.',
  en: 'The agreement is registered: precedent conditions are still open.',
};
