import { v5 } from 'uuid';
import type { Body } from './cast.js';
import type { Persona, Story } from './story.js';

/** A plan that somebody answers for. */
export interface Planned {
  readonly plan: string;
  readonly as: Persona;
}

/** Begins the plan of a region under a call; the process finds region and call free (PL-1). */
export async function initiate(
  story: Story,
  lead: Body,
  { officer, ...head }: { readonly officer: Persona; readonly [field: string]: unknown },
): Promise<Planned> {
  const as = lead.representative;
  const { stream: plan } = await story.did(as, 'initiatePlan', { ...head, lead: lead.id });
  await story.until('plan(id: $id) { status }', plan, ({ status }) => status !== 'INITIATED');
  await story.did(as, 'appointProcedureOfficer', { plan, officer: officer.person });
  return { plan, as };
}

/** States before a plan is adopted. */
const UNADOPTED = new Set<unknown>(['CO_DESIGNING', 'DRAFT_CONSOLIDATED', 'VALIDATED']);

/** Waits for the process that adopts the plan by the effective decision (D-9). */
export async function adopted(story: Story, plan: string): Promise<void> {
  await story.until('plan(id: $id) { status }', plan, ({ status }) => !UNADOPTED.has(status));
}

/** The adopted text is sent to the authority. */
export async function submit(
  story: Story,
  { plan, as }: Planned,
  { sha256, on }: { readonly sha256: string; readonly on: string },
): Promise<void> {
  await story.goTo(on);
  await story.decreed(as, 'submitPlan', { plan, sha256, reason: 'Il piano adottato è inviato' });
}

/** How an authority approves a plan. */
export interface Approval {
  readonly plan: string;
  readonly sha256: string;
  readonly authority: Body;
  readonly on: string;
  readonly cents: number;
}

/** Approved by the authority, with an invented CUP and the sum of the lines (PL-7, PL-14). */
export async function approve(
  story: Story,
  { plan, sha256, authority, on, cents }: Approval,
): Promise<void> {
  await story.goTo(on);
  const { representative } = authority;
  const document = await story.paper(representative, `Decreto di approvazione del ${on}`);
  const approval = { plan, sha256, cents: String(cents), cup: cupOf(on), document };
  await story.decreed(representative, 'approvePlan', { ...approval, reason: 'Il piano è ammesso' });
}

/** Fifteen signs in the form of a CUP that begin with what no CUP begins with. */
function cupOf(seed: string): string {
  return `DEMO${v5(seed, v5.DNS).replaceAll('-', '').slice(0, 11).toUpperCase()}`;
}

/** Interventions run from a month on, as exact as its source. */
export async function start(story: Story, { plan, as }: Planned, on: string): Promise<void> {
  await story.decreed(as, 'startExecution', { plan, on, reason: 'Avvio delle attività' });
}

/** What the indicators of a plan had reached by a month, in all. */
export async function measure(
  story: Story,
  { plan, as }: Planned,
  {
    indicators,
    ...reached
  }: {
    readonly indicators: readonly string[];
    readonly value: number;
    readonly on: string;
    readonly final?: boolean;
  },
): Promise<void> {
  for (const indicator of indicators) {
    await story.did(as, 'recordIndicatorValue', { plan, indicator, ...reached });
  }
}
