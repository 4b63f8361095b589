import { createHash, createHmac } from 'node:crypto';
import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, DataOf, Decider, Decision, Rule } from '@tavolo/kernel';
import type { ClaimEvent, ClaimKind } from './claim.events.js';
import { claimRules } from './claim.rules.js';

/** `holder` is the stream of the object that claims: it exists first, and is inactive until then. */
export type ClaimCommand =
  | Command<'Claim', { holder: string; kind: ClaimKind }>
  | Command<'Release', { holder: string }>;

export type ClaimState = Readonly<{
  /** Null until the first claim. */
  kind: ClaimKind | null;
  /** Null while nobody holds it. */
  holder: string | null;
}>;

const taken: Readonly<Record<ClaimKind, Rule>> = {
  taxCode: claimRules.TaxCodeTaken,
  protocol: claimRules.ProtocolNumberTaken,
  plan: claimRules.PlanTaken,
};

/** One stream for one value: whoever is first on it holds the value (PA-1, A-7, PL-1). */
export const claimDecider: Decider<ClaimState, ClaimCommand, ClaimEvent> = {
  initial: { kind: null, holder: null },
  decide(command, state) {
    switch (command.type) {
      case 'Claim':
        return take(command.data, state);
      case 'Release':
        return release(command.data, state);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'ValueClaimed':
        return { kind: event.data.kind, holder: event.data.holder };
      case 'ValueReleased':
        return { ...state, holder: null };
    }
  },
};

export const claim: Aggregate<ClaimState, ClaimCommand, ClaimEvent> = {
  category: 'claim',
  decider: claimDecider,
  version: 1,
  eventTypes: ['ValueClaimed', 'ValueReleased'],
  creates: [],
  derived: true,
};

function take(
  { holder, kind }: DataOf<ClaimCommand, 'Claim'>,
  state: ClaimState,
): Decision<ClaimEvent> {
  if (state.holder === holder) return accept(); // It has it already; asking again adds nothing.
  if (state.holder !== null) return refuse(taken[kind], { holder: state.holder });
  return accept({ type: 'ValueClaimed', data: { holder, kind } });
}

function release(
  { holder }: DataOf<ClaimCommand, 'Release'>,
  state: ClaimState,
): Decision<ClaimEvent> {
  if (state.kind === null) return refuse(claimRules.NeverClaimed);
  if (state.holder === null) return accept();
  if (state.holder !== holder) return refuse(claimRules.HeldByAnother, { holder: state.holder });
  return accept({ type: 'ValueReleased', data: { holder } });
}

/** Longest value that a stream name shows as it is; names have a limit of their own. */
const PLAIN_MAX = 200;

/**
 * The stream that owns a value. Letter case, Unicode form and the space around it make no other
 * value; one too long for a name is named by its SHA-256. A value that can be a person's (a tax
 * code) is given as `concealed`, never as it is.
 */
export function claimStream(kind: ClaimKind, value: string): string {
  const plain = encodeURIComponent(oneForm(value));
  const name = plain.length <= PLAIN_MAX ? plain : sha256(plain);
  return `claim-${kind}-${name}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** HMAC-SHA-256 of a value under a secret of the instance, in hexadecimal: not to be guessed from the log. */
export function concealed(secret: string, value: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(oneForm(value)).digest('hex');
}

function oneForm(value: string): string {
  return value.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
