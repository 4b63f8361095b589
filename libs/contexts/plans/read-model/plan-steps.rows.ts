import type { PlanChangeKind, PlanChangeStatus } from '../contract/index.js';

/** A need of the territory. */
export type NeedRow = Readonly<{
  id: string;
  title: string;
  titleEn: string | null;
  area: string | null;
  document: string | null;
}>;

/** A partner behind a version; its id is the partner's with the number of the version. */
export type EndorsementRow = Readonly<{
  id: string;
  partner: string;
  version: number;
  sha256: string;
  endorsedBy: string;
}>;

/** What the authority asked for, and the answer. */
export type IntegrationRow = Readonly<{
  id: string;
  document: string;
  due: string;
  answer: string | null;
}>;

/** Progress as it was told. */
export type ProgressRow = Readonly<{
  id: string;
  until: string;
  document: string;
  reportedBy: string;
}>;

/** What an evaluation found to be mended; `followUp` is the document of how it was. */
export type FindingRow = Readonly<{
  id: string;
  kind: 'recommendation' | 'weakness';
  action: string;
  title: string;
  titleEn: string | null;
  source: string | null;
  followUp: string | null;
}>;

/** A line as a change found it, and as it makes it (PL-14). */
export type LineChangeRow = Readonly<{
  id: string;
  beforeCents: number;
  afterCents: number;
  shares: readonly Readonly<{ id: string; beforeCents: number; afterCents: number }>[];
}>;

/** A change of an approved plan: a difference to its baseline. */
export type PlanChangeRow = Readonly<{
  id: string;
  kind: PlanChangeKind;
  status: PlanChangeStatus;
  /** What is shifted, added or taken back. */
  cents: number;
  endBefore: string | null;
  end: string | null;
  lines: readonly LineChangeRow[];
  requestedBy: string;
  decision: string | null;
  agreement: string | null;
  document: string | null;
  /** `PL-9 BelowCommitted`: what held it back. */
  heldBackBy: string | null;
}>;

/** What lies beside the straight way of a plan. */
export type PlanStepsRow = Readonly<{
  needs: readonly NeedRow[];
  coProgramming: string | null;
  endorsements: readonly EndorsementRow[];
  integrations: readonly IntegrationRow[];
  rejectedBy: string | null;
  reservePlace: number | null;
  suspendedOn: string | null;
  progress: readonly ProgressRow[];
  findings: readonly FindingRow[];
  finalReport: string | null;
  closedOn: string | null;
  changes: readonly PlanChangeRow[];
}>;

/** Before any of it happened. */
export const noSteps: PlanStepsRow = {
  ...{ needs: [], coProgramming: null, endorsements: [], integrations: [], rejectedBy: null },
  ...{ reservePlace: null, suspendedOn: null, progress: [], findings: [], finalReport: null },
  ...{ closedOn: null, changes: [] },
};
