/** Consecutive events of one stream: what one reading of the log gives. */
export type Run = Readonly<{ stream: string; fromRevision: number; max: number }>;

/** The fewest runs that hold all of these events and no others. */
export function runsOf(
  events: readonly { readonly stream: string; readonly revision: number }[],
): readonly Run[] {
  return [...Map.groupBy(events, ({ stream }) => stream)].flatMap(([stream, own]) => {
    const runs: { stream: string; fromRevision: number; max: number }[] = [];
    for (const revision of own.map((event) => event.revision).sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last && revision === last.fromRevision + last.max) last.max += 1;
      else runs.push({ stream, fromRevision: revision, max: 1 });
    }
    return runs;
  });
}
