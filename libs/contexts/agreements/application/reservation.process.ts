import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { AgreementId } from '../contract/index.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { ledgerOf } from './ledgers.js';

/** What the parent's ledger holds for this child, by the version of its text. */
type Reservation = Readonly<{
  parent: AgreementId | null;
  /** The version that the ledger granted last; null where that was given back or took effect. */
  granted: number | null;
}>;

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
/** A text, one signed elsewhere too, or a later end for which the parent's ledger is asked. */
type Wanted = Readonly<{
  parent: AgreementId | null;
  version: number;
  totalCents: number;
  end: string;
  beside?: number;
}>;

/**
 * A-8 when two children race for what a parent has left: the frozen text of a child, and what an
 * amendment or an extension makes of it, asks the parent's ledger, which grants or refuses; only
 * then it goes on. What is sent back or given up gives its amount back; a new version in force
 * gives back that of the former; a closed child keeps what it used.
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
  switch (type) {
    case 'AgreementTextFrozen':
    case 'ExistingAgreementRecorded':
    case 'AgreementExtensionRequested':
      return data.parent !== null;
    case 'AgreementChangesRequested':
    case 'AgreementWithdrawn':
    case 'AmendmentWithdrawn':
      return data.frozenVersion !== null;
    case 'AgreementAmended':
    case 'AgreementTermExtended':
      return data.released !== null;
    case 'AgreementExtensionRefused':
    case 'AgreementClosed':
      return true;
    default:
      return false;
  }
}

function onFact(state: Reservation, event: ProcessEvent): Reaction<Reservation> {
  const { type, data } = event as unknown as AgreementEvent;
  const child = event.stream as AgreementId;
  switch (type) {
    case 'AgreementTextFrozen':
    case 'ExistingAgreementRecorded':
    case 'AgreementExtensionRequested':
      return reserved(state, child, data);
    case 'AgreementChangesRequested':
    case 'AgreementWithdrawn':
    case 'AmendmentWithdrawn':
      return released(state, child, data.frozenVersion);
    case 'AgreementExtensionRefused':
      return released(state, child, data.version);
    case 'AgreementAmended':
    case 'AgreementTermExtended':
      return replaced(state, child, data.released);
    case 'AgreementClosed':
      return settled(state, child, data.settledCents);
    default:
      return { state };
  }
}

function reserved(state: Reservation, child: AgreementId, wanted: Wanted): Reaction<Reservation> {
  const { parent, version, totalCents: cents, end, beside } = wanted;
  if (parent === null) return { state };
  const data = { child, version, cents, end, ...(beside !== undefined && { beside }) };
  return { state: { ...state, parent }, commands: [toLedger(parent, 'ReserveForChild', data)] };
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
      return outcome === 'accepted'
        ? { state }
        : released(state, command.target as AgreementId, version);
    case 'DenyReservation':
      // Sent back in the meantime: it is the draft that it would have become.
      return outcome === 'accepted' ? { state } : { state, waiting: { why: sentBack } };
    case 'SettleChild':
      // Refused where nothing was held any more: given up before it was closed.
      return { state, done: true };
    default:
      return { state };
  }
}

/** Only what was granted and neither given back nor in force is given back. */
function released(
  state: Reservation,
  child: AgreementId,
  version: number | null,
): Reaction<Reservation> {
  const { parent, granted } = state;
  if (parent === null || granted === null || granted !== version) return { state };
  const release = toLedger(parent, 'ReleaseChild', { child, version });
  return { state: { ...state, granted: null }, commands: [release] };
}

/** A new version is in force: what was held for the former is free. */
function replaced(
  state: Reservation,
  child: AgreementId,
  version: number | null,
): Reaction<Reservation> {
  const { parent } = state;
  if (parent === null || version === null) return { state };
  const release = toLedger(parent, 'ReleaseChild', { child, version });
  return { state: { ...state, granted: null }, commands: [release] };
}

/** Nothing was ever held for an agreement without a parent, or for one given up before. */
function settled(state: Reservation, child: AgreementId, cents: number): Reaction<Reservation> {
  const { parent } = state;
  if (parent === null) return { state, done: true };
  return { state, commands: [toLedger(parent, 'SettleChild', { child, cents })] };
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
