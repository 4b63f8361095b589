import type { Instant } from '@tavolo/kernel';
import { Temporal } from 'temporal-polyfill';
import { BadForm } from './bad-form.js';
import { inUtc } from './dates.js';

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const ZONE = /^[A-Za-z][\w/+-]*$/;

/** A time on the wall of a place; `offset` tells which of two, where the hour repeats. */
export type LocalDeadline = Readonly<{ local: string; zone: string; offset?: string | null }>;

/**
 * The instant of a local deadline. Refused: a time that the zone skips in spring, and one that
 * it repeats in autumn unless its offset says which. @throws BadForm
 */
export function resolveDeadline({ local, zone, offset }: LocalDeadline): Instant {
  const possible = instantsOf(local, zone);
  const shown = `${local} ${zone}`;
  if (possible.length === 0) {
    throw new BadForm(
      `l’ora ${shown} non esiste: quel giorno l’orologio la salta; scegliere un’altra ora`,
      `${shown} does not exist: the clock skips it that day; choose another time`,
    );
  }
  const matching = possible.filter((candidate) => offset == null || candidate.offset === offset);
  const [only, second] = matching;
  const offsets = possible.map((candidate) => candidate.offset).join(', ');
  if (!only) {
    throw new BadForm(
      `${shown} non ha lo scarto ${offset ?? ''} da UTC: è ${offsets}`,
      `${shown} is not at the offset ${offset ?? ''} from UTC: it is at ${offsets}`,
    );
  }
  if (second) {
    throw new BadForm(
      `l’ora ${shown} viene due volte: indicare lo scarto da UTC, ${offsets}`,
      `${shown} comes twice: give its offset from UTC, ${offsets}`,
    );
  }
  const instant = inUtc(only);
  if (instant === null) throw noSuchTime(local);
  return instant;
}

/** None in the hour that is skipped, two in the hour that repeats. */
function instantsOf(local: string, zone: string): readonly Temporal.ZonedDateTime[] {
  const wall = wallTime(local);
  const both = (['earlier', 'later'] as const).map((disambiguation) =>
    zoned(wall, zone, disambiguation),
  );
  const real = both.filter((candidate) => candidate.toPlainDateTime().equals(wall));
  const [first, second] = real;
  return first && second?.epochMilliseconds === first.epochMilliseconds ? [first] : real;
}

function wallTime(local: string): Temporal.PlainDateTime {
  if (!LOCAL.test(local)) throw noSuchTime(local);
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    throw noSuchTime(local);
  }
}

function zoned(wall: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later') {
  if (!ZONE.test(zone)) throw noSuchZone(zone);
  try {
    return wall.toZonedDateTime(zone, { disambiguation });
  } catch {
    throw noSuchZone(zone);
  }
}

function noSuchTime(local: string): BadForm {
  return new BadForm(
    `«${local}» non è una data e un’ora che esistono: scrivere AAAA-MM-GGThh:mm`,
    `"${local}" is no date and time that exist: write YYYY-MM-DDThh:mm`,
  );
}

function noSuchZone(zone: string): BadForm {
  return new BadForm(
    `«${zone}» non è un fuso orario: scrivere un nome come Europe/Rome`,
    `"${zone}" is no time zone: write a name as Europe/Rome`,
  );
}
