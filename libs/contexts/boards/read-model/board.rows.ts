import { defineTable } from '@tavolo/projection';
import type { Rulebook } from '../contract/index.js';

/** The states of a seat. */
export const seatStatuses = [
  ...(['Designated', 'Appointed', 'Suspended', 'Resigned', 'Revoked', 'Lapsed'] as const),
] as const;
type SeatRowStatus = (typeof seatStatuses)[number];

/** The states of a board. */
export const boardStatuses = [
  ...(['Established', 'Constituted', 'Inquorate', 'Prorogued', 'Dissolved'] as const),
] as const;

/** A version of the rulebook, and the decision that brought it; the first came with the board. */
export type RulebookRow = Readonly<{
  version: number;
  rulebook: Rulebook;
  decision: string | null;
}>;

/** A seat with its holder; dates say who is in office on a day, no clock is in a row. */
export type SeatRow = Readonly<{
  seat: string;
  category: string;
  status: SeatRowStatus;
  person: string;
  organisation: string | null;
  from: string | null;
  until: string | null;
  /** The first day of the last suspension, and the day from which its holder is in office again. */
  suspendedFrom: string | null;
  reinstatedFrom: string | null;
}>;

/** A chair or a secretary: `<role>-<n>` is the local name of the mandate. */
export type OfficeRow = Readonly<{
  n: number;
  seat: string | null;
  person: string;
  organisation: string | null;
  from: string;
  until: string;
}>;

/** A board with its seats: they are few. */
export type BoardRow = Readonly<{
  id: string;
  revision: number;
  status: (typeof boardStatuses)[number];
  name: string;
  nameEn: string | null;
  level: string;
  network: string | null;
  plan: string | null;
  seatCount: number;
  rulebook: Rulebook;
  rulebookVersion: number;
  rulebooks: readonly RulebookRow[];
  termUntil: string;
  prorogued: boolean;
  dissolved: boolean;
  /** Whether it ever had all that it needs to sit. */
  constituted: boolean;
  source: string | null;
  seats: readonly SeatRow[];
  chairs: readonly OfficeRow[];
  viceChairs: readonly OfficeRow[];
  alternates: readonly OfficeRow[];
  secretaries: readonly OfficeRow[];
}>;

export const boardTable = defineTable<BoardRow>('board', {
  columns: ['level', 'network', 'plan'],
  order: 'name',
});
