import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { AgreementId } from '../contract/index.js';
import type { AgreementChangesRequested, AgreementEvent } from '../domain/agreement.events.js';
import type { AgreementTextFrozen } from '../domain/agreement.events.js';
import { ledgerOf } from './ledgers.js';

/** What the parent's ledger holds for this child, by the version of its text. */
type Reservation = Readonly<{
  parent: AgreementId | null;
  /** The version that the ledger granted; null where it holds nothing. */
  granted: number | null;
}>;

type Fact = AgreementChangesRequested | AgreementTextFrozen;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/**
 * A-8 when two children race for what a parent has left: the frozen text of a child asks the
 * parent's ledger, which grants or refuses; only then the child is opened for signature. A text
 * that is sent back gives its amount back.
 */
export const reservationProcess: ProcessDefinition<Reservation> = {
  name: 'agreementReservation',
  categories: ['agreement'],
  initial: { parent: null, granted: null },
  keyOf: (event) => (concerns(event) ? event.stream.slice('agreement-'.length) : null),
  react: (state, input) =>
    input.kind === 'event' ? onFact(state, input.event) : onAnswer(state, input),
};

function concerns(event: ProcessEvent): boolean {
  const { type, data } = event as unknown as AgreementEvent;
  if (type === 'AgreementTextFrozen') return data.parent !== null;
  return type === 'AgreementChangesRequested' && data.frozenVersion !== null;
}

function onFact(state: Reservation, event: ProcessEvent): Reaction<Reservation> {
  const { type, data } = event as unknown as Fact;
  const child = event.stream as AgreementId;
  if (type === 'AgreementChangesRequested') return released(state, child);
  const { parent, version, totalCents: cents, end } = data;
  if (parent === null) return { state };
  const reserve = toLedger(parent, 'ReserveForChild', { child, version, cents, end });
  return { state: { ...state, parent }, commands: [reserve] };
}

function onAnswer(state: Reservation, answer: Answered): Reaction<Reservation> {
  const { command, outcome } = answer;
  const { child, version } = command.data as { child: AgreementId; version: number };
  switch (command.name) {
    case 'ReserveForChild': {
      if (outcome === 'refused') {
        const { rule, code } = answer.refusal;
        return { state, commands: [toChild(child, 'DenyReservation', { version, rule, code })] };
      }
      const confirm = toChild(child, 'ConfirmReservation', { version });
      return { state: { ...state, granted: version }, commands: [confirm] };
    }
    case 'ConfirmReservation':
      // Sent back in the meantime: nobody needs the amount any more.
      return outcome === 'accepted' ? { state } : released(state, command.target as AgreementId);
    case 'DenyReservation':
      // Sent back in the meantime: it is the draft that it would have become.
      return outcome === 'accepted' ? { state } : { state, waiting: { why: sentBack } };
    default:
      return { state };
  }
}

function released(state: Reservation, child: AgreementId): Reaction<Reservation> {
  const { parent, granted } = state;
  if (parent === null || granted === null) return { state };
  const release = toLedger(parent, 'ReleaseChild', { child, version: granted });
  return { state: { ...state, granted: null }, commands: [release] };
}

const sentBack = {
  it: 'Il testo è tornato in bozza: si attende che venga congelato di nuovo.',
  en: 'The text is a draft again: it is awaited that it is frozen anew.',
};

function toLedger(parent: AgreementId, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'ledger', target: ledgerOf(parent), type, data };
}

function toChild(child: AgreementId, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'agreement', target: child, type, data };
}
