import type { JsonObject } from '@tavolo/event-store';
import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction, Sentence } from '@tavolo/process';
import type { ProtocolEntry } from '../domain/agreement.events.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { protocolClaim, protocolHolder } from './protocol-claim.js';

/** How far a signed agreement, or amendment, has come on its way into force. */
type Completion = Readonly<{
  /** The body whose protocol officer was asked. */
  owner: PartnerId | null;
  /** The number that is being claimed. */
  entry: ProtocolEntry | null;
  registered: boolean;
}>;

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
type Types = AgreementEvent['type'];

const begun: Completion = { owner: null, entry: null, registered: false };

const concerned: readonly Types[] = [
  'AgreementFullySigned',
  'SignatureInvalidated',
  'RegistrationAsked',
  'AgreementRegistrationProposed',
  'AgreementRegistrationDenied',
  'AgreementRegistered',
  'AgreementPublished',
  'PrecedentConditionMet',
  'AgreementEnteredIntoForce',
  'AgreementAmended',
  'AgreementWithdrawn',
  'AmendmentWithdrawn',
  'AgreementAnnulled',
];

/**
 * From the last signature into force: asks for a protocol number and waits for it, claims it
 * registers, and brings into force once every condition is met. Each amendment goes
 * the same way as an instance of its own.
 */
export const completionProcess: ProcessDefinition<Completion> = {
  name: 'agreementCompletion',
  categories: ['agreement'],
  initial: begun,
  keyOf: (event) => {
    if (!(concerned as readonly string[]).includes(event.type)) return null;
    const { stream, amendment } = versionOf(event);
    const key = stream.slice('agreement-'.length);
    return amendment === undefined ? key : `${key}-${amendment}`;
  },
  react: (state, input) =>
    input.kind === 'event' ? onFact(state, input.event) : onAnswer(state, input),
};

/** The agreement, and the amendment of it that a fact is about. */
type Version = Readonly<{ stream: string; amendment?: string }>;

function versionOf({ stream, data }: ProcessEvent): Version {
  const { amendment } = data as { amendment?: string };
  return amendment === undefined ? { stream } : { stream, amendment };
}

function onFact(state: Completion, event: ProcessEvent): Reaction<Completion> {
  const { type, data } = event as unknown as AgreementEvent;
  const version = versionOf(event);
  const to = (name: string) => toAgreement(version, name);
  switch (type) {
    case 'AgreementFullySigned':
      return { state, commands: [to('AskRegistration')] };
    case 'SignatureInvalidated':
      return { state: begun };
    case 'RegistrationAsked':
      return awaitsNumber({ ...state, owner: data.askedOf });
    case 'AgreementRegistrationProposed':
      return proposed(state, version, data);
    case 'AgreementRegistrationDenied':
      return awaitsNumber({ ...state, entry: null });
    case 'AgreementRegistered':
      return { state: { ...state, registered: true }, commands: [to('BringIntoForce')] };
    case 'AgreementPublished':
    case 'PrecedentConditionMet':
      return state.registered ? { state, commands: [to('BringIntoForce')] } : { state };
    case 'AgreementEnteredIntoForce':
    case 'AgreementAmended':
    case 'AgreementWithdrawn':
    case 'AmendmentWithdrawn':
    case 'AgreementAnnulled':
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
  const why = awaited[answer.refusal.code];
  return why === undefined ? { state } : { state, waiting: { why, ...ownedBy(state) } };
}

function claimAnswered(state: Completion, answer: Answered): Reaction<Completion> {
  const { entry } = state;
  if (entry === null) return { state };
  const { holder } = answer.command.data as { holder: string };
  const version = heldBy(holder);
  if (answer.outcome === 'accepted') {
    return { state, commands: [toAgreement(version, 'ConfirmRegistration', entry)] };
  }
  const { rule, code } = answer.refusal;
  const denied = { ...entry, rule, code };
  return { state, commands: [toAgreement(version, 'DenyRegistration', denied)] };
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

function proposed(
  state: Completion,
  version: Version,
  { protocolNo, protocolDate, register }: ProtocolEntry,
): Reaction<Completion> {
  const entry = { protocolNo, protocolDate, register };
  const data = { holder: protocolHolder(version), kind: 'protocol' };
  const claim = { name: 'Claim', aggregate: 'claim', target: protocolClaim(entry), type: 'Claim' };
  return { state: { ...state, entry }, commands: [{ ...claim, data }] };
}

function heldBy(holder: string): Version {
  const [stream = holder, amendment] = holder.split('#');
  return amendment === undefined ? { stream } : { stream, amendment };
}

function toAgreement(
  { stream: target, amendment }: Version,
  type: string,
  given: JsonObject = {},
): ProcessCommand {
  const data = { ...given, ...(amendment !== undefined && { amendment }) };
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
const publicationAwaited: Sentence = {
  it: 'L’accordo è registrato: manca la pubblicazione, che è condizione di efficacia.',
  en: 'The agreement is registered: its publication, a condition of effect, is missing.',
};
/** Refusals after which somebody has to bring something. */
const awaited: Readonly<Record<string, Sentence>> = {
  ConditionsOpen: conditionsAwaited,
  PublicationMissing: publicationAwaited,
};
