/** What is known of an event's cause. */
type Effect = Readonly<{ id: string; causationId: string | null }>;

/** An event with all that it caused. */
export type Caused<Event> = Readonly<{ event: Event; effects: readonly Caused<Event>[] }>;

/**
 * Events below what caused them, each level in the order of the log; they come newest first. One
 * whose cause is not among them stands at the top.
 */
export function causedBy<Event extends Effect>(
  newestFirst: readonly Event[],
): readonly Caused<Event>[] {
  const known = new Set(newestFirst.map(({ id }) => id));
  const byCause = Map.groupBy(newestFirst.toReversed(), ({ id, causationId }) =>
    causationId !== null && causationId !== id && known.has(causationId) ? causationId : null,
  );
  const below = (cause: string | null): readonly Caused<Event>[] =>
    (byCause.get(cause) ?? []).map((event) => ({ event, effects: below(event.id) }));
  return below(null);
}
