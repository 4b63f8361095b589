import type { Board } from './boards.js';
import type { Persona, Story } from './story.js';

/** A proposal, before anything of it is done. */
export interface Proposal {
  readonly board: Board;
  readonly title: string;
  readonly titleEn: string;
  /** Proposes it. */
  readonly as: Persona;
  /** Another person, who gives the opinions. */
  readonly by: Persona;
  readonly legalBasis: readonly string[];
  /** The plan it adopts, in the version that was read. */
  readonly adoptPlan?: { readonly plan: string; readonly sha256: string };
  /** Spending asks for an accounting opinion (D-4). */
  readonly spending?: { readonly amountCents: string; readonly budgetRef: string };
}

/** A decision that an agenda can take. */
export interface ReadyDecision {
  readonly decision: string;
  readonly textSha256: string;
  /** What is served for it with the notice. */
  readonly papers: readonly { readonly sha256: string; readonly title: string }[];
}

/** A decision from its proposal over the opinions on it to the agenda (D-4, D-7). */
export async function prepare(story: Story, proposal: Proposal): Promise<ReadyDecision> {
  const { board, title, titleEn, as, by, legalBasis, adoptPlan, spending } = proposal;
  const textSha256 = await story.paper(as, `Deliberazione: ${title}`);
  const motivation = await story.paper(as, `Motivazione: ${title}`);
  const { stream: decision } = await story.did(as, 'proposeDecision', {
    ...{ board: board.id, title, titleEn, textSha256, motivation, legalBasis },
    ...(adoptPlan && { adoptPlan }),
    ...(spending && { spending }),
    source: 'SYNTHETIC',
  });
  await story.later({ days: 1 });
  for (const kind of ['TECHNICAL', ...(spending ? ['ACCOUNTING'] : [])]) {
    const document = await story.paper(by, `Parere ${kind} su: ${title}`);
    await story.did(by, 'attachOpinion', { decision, kind, opinion: 'POSITIVE', document });
  }
  await story.did(by, 'markReady', { decision });
  const frozen = adoptPlan && { sha256: adoptPlan.sha256, title: 'Piano, versione consolidata' };
  const papers = [{ sha256: motivation, title: 'Motivazione' }, ...(frozen ? [frozen] : [])];
  return { decision, textSha256, papers };
}

/** Signed by the chair, numbered by the register, published, effective the same day (D-5, D-6). */
export async function conclude(
  story: Story,
  { chair, secretary }: Board,
  { decision, textSha256 }: ReadyDecision,
): Promise<void> {
  await story.until(
    'decision(id: $id) { vote { outcome } }',
    decision,
    ({ vote }) => vote !== null,
  );
  await story.later({ minutes: 30 });
  const container = await story.paper(chair, `Deliberazione firmata: ${decision}`);
  const report = await story.paper(chair, `Rapporto di verifica della firma: ${decision}`);
  const signature = { textSha256, signatory: chair.person, level: 'DIGITAL', container, report };
  const signed = { decision, ...signature, signedAt: story.now };
  await story.decreed(chair, 'signDecision', { ...signed, reason: 'La deliberazione è firmata' });
  await story.until('decision(id: $id) { number }', decision, ({ number }) => number !== null);
  await story.later({ days: 2 });
  const publication = { decision, where: 'Albo dimostrativo', publishedOn: story.today };
  const reason = 'La deliberazione è pubblicata';
  await story.decreed(secretary, 'publishDecision', { ...publication, reason });
  await story.until(
    'decision(id: $id) { effectiveOn }',
    decision,
    ({ effectiveOn }) => effectiveOn !== null,
  );
}
