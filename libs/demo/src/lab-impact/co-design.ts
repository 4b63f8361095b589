import type { Body } from './cast.js';
import type { Persona, Story } from './story.js';

/** What somebody put to a table, and what became of it. */
export interface Contribution {
  readonly by: Body;
  /** Key of a section, or id of an action. */
  readonly on: string;
  readonly text: string;
  readonly accepted: boolean;
  readonly reason: string;
}

/** How a plan is co-designed. */
export interface CoDesign {
  readonly plan: string;
  readonly title: string;
  readonly titleEn: string;
  /** Runs the table and consolidates the draft. */
  readonly as: Persona;
  /** Another person, who approves minutes and validates. */
  readonly by: Persona;
  readonly present: readonly Body[];
  /** How many sessions; they are held a month apart. */
  readonly sessions: number;
  readonly contributions: readonly Contribution[];
}

const MONTH_DAYS = 30;

/** A table from its opening to its closing, with sessions, minutes and contributions (PL-4). */
export async function coDesign(story: Story, design: CoDesign): Promise<void> {
  const { plan, title, titleEn, as, contributions } = design;
  const table = await story.added(as, 'openTable', { plan, title, titleEn });
  for (let session = 1; session <= design.sessions; session += 1) {
    await story.later({ days: MONTH_DAYS });
    await holdSession(story, design, { table, session });
  }
  for (const { by, on, text, accepted, reason } of contributions) {
    const document = await story.paper(by.representative, text);
    const proposal = { plan, table, on, document };
    const contribution = await story.added(by.representative, 'proposeContribution', proposal);
    await story.later({ days: 1 });
    const answer = accepted ? 'acceptContribution' : 'rejectContribution';
    await story.did(as, answer, { plan, contribution, reason });
  }
  await story.later({ days: 7 });
  await story.did(as, 'closeTable', { plan, table });
}

async function holdSession(
  story: Story,
  { plan, as, by, present, title }: CoDesign,
  { table, session: n }: { readonly table: string; readonly session: number },
): Promise<void> {
  const attendance = present.map(({ id }) => id);
  const minutes = await story.paper(as, `Verbale della seduta ${String(n)}: ${title}`);
  const held = { plan, table, heldOn: story.today, attendance, minutes };
  const session = await story.added(as, 'holdSession', held);
  await story.later({ days: 2 });
  await story.did(by, 'approveSessionMinutes', { plan, session, minutes });
}

/** Freezes the content as a version and has it found complete; answers the hash of the version. */
export async function consolidate(
  story: Story,
  { plan, as, by }: Pick<CoDesign, 'as' | 'by' | 'plan'>,
): Promise<string> {
  await story.did(as, 'consolidateDraft', { plan });
  const found = await story.found('plan(id: $id) { versions { sha256 } }', plan);
  const [first] = found.versions as readonly { readonly sha256: string }[];
  const sha256 = first?.sha256 ?? '';
  await story.later({ days: 3 });
  await story.did(by, 'validatePlan', { plan, sha256 });
  return sha256;
}
