import { useSearch } from '@tanstack/react-router';
import type { Moment } from '../data/ask.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

const INSTANT = /^\d{4}-\d{2}-\d{2}T/u;

/**
 * The moment in an address: the id of an event, or an instant. Null shows things as they are now,
 * also where the address names no moment at all, of which `MomentBanner` tells.
 */
export function momentIn(at: string | undefined): Moment | null {
  if (at === undefined) return null;
  if (UUID.test(at)) return { eventId: at };
  return INSTANT.test(at) && !Number.isNaN(Date.parse(at)) ? { at } : null;
}

/** The moment that the page shows; null is now. */
export function useMoment(): Moment | null {
  const { at } = useSearch({ strict: false });
  return momentIn(at);
}

/** The search of a link to another page: who looks at the past stays there. */
export function keepMoment({ at }: { at?: string | undefined }): { at?: string } {
  return at === undefined ? {} : { at };
}
