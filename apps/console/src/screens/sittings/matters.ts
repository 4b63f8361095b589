/** What the secretary needs of a decision to put it on an agenda. */
export type Matter = Readonly<{
  id: string;
  status: string;
  textSha256: string;
  motivation: string;
  planSha256: string | null;
  opinions: readonly Readonly<{ kind: 'ACCOUNTING' | 'TECHNICAL'; document: string }>[];
}>;

/** How the papers of a matter are called in the notice. */
export type PaperNames = Readonly<
  Record<'ACCOUNTING' | 'TECHNICAL' | 'motivation' | 'plan', string>
>;

/** A matter of an agenda, as it is sent. */
type AgendaItem = Readonly<{
  decision: string;
  textSha256: string;
  papers: { sha256: string; title: string }[];
}>;

const WAITING: ReadonlySet<string> = new Set(['READY_FOR_AGENDA', 'DEFERRED']);

/** What may be put on an agenda: it is ready, or was put off and comes again. */
export function waitingMatters<One extends Matter>(all: readonly One[]): readonly One[] {
  return all.filter(({ status }) => WAITING.has(status));
}

/** The ticked matters with all their papers, each document once (GB-1). */
export function agendaOf(
  matters: readonly Matter[],
  ticked: readonly string[],
  names: PaperNames,
): AgendaItem[] {
  return matters
    .filter(({ id }) => ticked.includes(id))
    .map((matter) => ({
      ...{ decision: matter.id, textSha256: matter.textSha256 },
      papers: papersOf(matter, names),
    }));
}

function papersOf({ motivation, planSha256, opinions }: Matter, names: PaperNames) {
  const all = [
    { sha256: motivation, title: names.motivation },
    ...(planSha256 === null ? [] : [{ sha256: planSha256, title: names.plan }]),
    ...opinions.map(({ kind, document }) => ({ sha256: document, title: names[kind] })),
  ];
  return [...new Map(all.map((paper) => [paper.sha256, paper])).values()];
}
