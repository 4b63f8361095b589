import { setImmediate as breathe } from 'node:timers/promises';
import type { Filter, Signal } from './event-store.js';
import { ordinalOf, PAGE_EVENTS, positionOf } from './log.js';
import type { Log, Page } from './log.js';

type Wanted = Readonly<{ after: number; filter: Filter | undefined; ending: AbortSignal }>;

/**
 * Catch-up and live are one loop over pages, so nothing can be lost or doubled between them.
 * Only what lies at or below the head taken before the page is read counts as looked at.
 */
export async function* signalsOf(
  log: Log,
  { after, filter, ending }: Wanted,
): AsyncGenerator<Signal, undefined> {
  const isEnding = () => ending.aborted;
  let at = after;
  let live = false;
  while (!isEnding()) {
    const rung = log.bell.count;
    const upTo = Math.max(log.head(), at);
    const page = log.page({ after: at, upTo, max: PAGE_EVENTS, backwards: false }, filter);
    if (live && !page.complete) {
      live = false;
      yield { kind: 'fellBehind' };
    }
    for (const signal of signalsOfPage(page, { after: at, upTo })) {
      if (isEnding()) return;
      yield signal;
    }
    at = reached(page, upTo);
    if (page.complete && !live && !isEnding()) {
      live = true;
      yield { kind: 'caughtUp' };
    }
    await (page.complete ? log.bell.rungAfter(rung, ending) : breathe());
  }
}

function* signalsOfPage(page: Page, span: { after: number; upTo: number }): Generator<Signal> {
  let last = span.after;
  for (const event of page.events) {
    last = ordinalOf(event.position);
    yield { kind: 'event', event };
  }
  const end = reached(page, span.upTo);
  if (end > last) yield { kind: 'checkpoint', position: positionOf(end) };
}

function reached({ events, complete }: Page, upTo: number): number {
  const last = events.at(-1);
  return complete || last === undefined ? upTo : ordinalOf(last.position);
}
