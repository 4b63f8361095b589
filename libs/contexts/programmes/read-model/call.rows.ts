import { defineTable } from '@tavolo/projection';
import type { CallStatus, MandatoryCategory, Pool } from '../contract/index.js';

export type AssignmentRow = Readonly<{ plan: string; cents: number; act: string }>;
/** Money of an assignment that a plan does not keep (B-10). */
export type ReturnRow = Readonly<{ plan: string; cents: number; pool: Pool }>;

export type ExtensionRow = Readonly<{
  act: string;
  deadline: string;
  regions: readonly string[];
}>;

export type CallRow = Readonly<{
  id: string;
  revision: number;
  status: CallStatus;
  programme: string;
  period: string;
  number: string;
  title: string;
  titleEn: string | null;
  acronym: string | null;
  continues: string | null;
  budgetCents: number;
  /** The last of its deadlines. */
  deadline: string | null;
  /** Of whoever no partial extension names (B-12). */
  generalDeadline: string | null;
  /** Of regions that a partial extension names, by their code (B-12). */
  regionalDeadlines: Readonly<Record<string, string>>;
  leadKinds: readonly string[];
  mandatoryCategories: readonly MandatoryCategory[];
  eligibleFrom: string | null;
  eligibleUntil: string | null;
  source: string | null;
  act: string | null;
  registrationNo: string | null;
  registeredOn: string | null;
  publishedAt: string | null;
  extensions: readonly ExtensionRow[];
  assignments: readonly AssignmentRow[];
  /** What came back of assignments, each with the pool that has it (B-10). */
  returned: readonly ReturnRow[];
  remodulationThresholdPercent: number | null;
  /** Acts that changed its terms after publication (B-11). */
  rectifications: readonly Readonly<{ act: string; deadline: string | null }>[];
  ranking: Readonly<{ admitted: readonly string[]; reserve: readonly string[] }> | null;
  /** Where a suspended call goes on. */
  restsFrom: CallStatus | null;
}>;

export const callTable = defineTable<CallRow>('call', {
  columns: ['programme', 'status', 'number'],
  order: 'number',
});
