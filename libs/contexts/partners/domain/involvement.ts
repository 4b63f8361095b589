import { accept } from '@tavolo/kernel';
import type { Command, Decider, Decision, Instant, Message } from '@tavolo/kernel';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/**
 * The partner has a part in this: an agreement that it signed, a budget with a share of its own, a
 * network that it is in or asked to join, a partner in whose place it stands (PA-9).
 */
export type PartnerInvolved = Message<'PartnerInvolved', { in: string; involvedAt: Instant }>;

/** Every fact of the involvement of a partner. */
export type InvolvementEvent = PartnerInvolved;

/** Of a process: the partner has a part in this from now on. */
export type InvolvePartner = Command<'InvolvePartner', { in: string }>;

/** The streams in which a partner has a part, each once, in the order of the log. */
export type InvolvementState = Readonly<{ streams: readonly string[] }>;

/**
 * Where a partner is involved (PA-4, PA-6): the one list of the streams that have to be asked
 * before it leaves. Nothing is ever taken from it: what a partner was in may still bind it, and
 * whether it does the stream itself says.
 */
export const involvement = {
  initial: { streams: [] },
  decide,
  evolve: ({ streams }, { data }) => ({ streams: [...streams, data.in] }),
} satisfies Decider<InvolvementState, InvolvePartner, InvolvementEvent>;

/** Every type of fact of an involvement. */
export const involvementEventTypes = [
  'PartnerInvolved',
] as const satisfies readonly InvolvementEvent['type'][];

function decide(
  { data, at }: InvolvePartner,
  { streams }: InvolvementState,
): Decision<InvolvementEvent> {
  if (streams.includes(data.in)) return accept();
  return accept({ type: 'PartnerInvolved', data: { in: data.in, involvedAt: at } });
}
