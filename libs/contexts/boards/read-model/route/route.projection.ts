import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { RouteEvent } from '../../domain/route/route.events.js';
import { entryOf } from './route.entries.js';
import { routePlaceTable, routeTable } from './route.rows.js';
import type { RoutePlaceRow, RouteRow, RouteRunRow } from './route.rows.js';

/** Routes with their whole timeline, and the bodies that they ask. */
export const routeProjection: Projection = {
  name: 'route',
  version: 1,
  categories: ['route'],
  tables: [routeTable, routePlaceTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (!row) return;
    const timeline = [...row.timeline, entryOf(recorded, row)];
    write.put(routeTable, { ...row, revision: recorded.revision, timeline });
  },
};

type DataOf<Type extends RouteEvent['type']> = Extract<RouteEvent, { type: Type }>['data'];

function next(recorded: RecordedEvent, write: Writer): RouteRow | null {
  const event = recorded as unknown as RouteEvent;
  if (event.type === 'RouteStarted') return started(recorded, event.data);
  const row = write.get(routeTable, recorded.stream);
  if (!row) return null;
  if (event.type === 'RouteBodyAsked') return asked(recorded, { row, data: event.data }, write);
  placed(row, event, write);
  return { ...row, ...changeOf(row, event) };
}

function started(
  { stream: id, meta }: RecordedEvent,
  { proposer: _, ...data }: DataOf<'RouteStarted'>,
): RouteRow {
  const none = { earlierTexts: [], runs: [], timeline: [], trace: [], result: null, endedAt: null };
  const about = { id, revision: 0, status: 'SettingOut', round: 1 } as const;
  return { ...about, ...none, ...data, startedAt: meta.recordedAt };
}

type Asking = Readonly<{ row: RouteRow; data: DataOf<'RouteBodyAsked'> }>;

function asked(
  { stream: route, meta }: RecordedEvent,
  { row, data: { escalated, ...data } }: Asking,
  write: Writer,
): RouteRow {
  const run = row.runs.at(-1);
  if (!run) return row; // A body is asked in a stage that opened before.
  const n = String(run.places.length + 1);
  const id = [route, String(data.round), data.stage, n].join('#');
  const place = { id, route, ...data, escalated: escalated === true, askedAt: meta.recordedAt };
  write.put(routePlaceTable, { ...place, status: 'waiting' });
  return { ...row, runs: onLast(row, { ...run, places: [...run.places, id] }) };
}

function onLast({ runs }: RouteRow, run: RouteRunRow): readonly RouteRunRow[] {
  return [...runs.slice(0, -1), run];
}

const statusOf: Readonly<Partial<Record<RouteEvent['type'], RoutePlaceRow['status']>>> = {
  RouteVoteTaken: 'voted',
  RouteSilenceNoted: 'silent',
  RoutePlaceLapsed: 'lapsed',
  RouteObjectionLodged: 'objected',
};

/** Where a body stands after a fact that names it. */
function placed(row: RouteRow, { type, data }: RouteEvent, write: Writer): void {
  if (type === 'RouteStageEnded' || type === 'RouteReturned' || type === 'RouteEnded') {
    for (const place of placesOf(row, write)) {
      if (place.status === 'waiting') write.put(routePlaceTable, { ...place, status: 'released' });
    }
    return;
  }
  const status = type === 'RouteAnswered' ? data.answer : statusOf[type];
  if (!status || !('board' in data)) return;
  const place = placesOf(row, write).findLast(({ board }) => board === data.board);
  if (place) write.put(routePlaceTable, { ...place, status });
}

function placesOf({ runs }: RouteRow, write: Writer): readonly RoutePlaceRow[] {
  return (runs.at(-1)?.places ?? []).flatMap((id) => write.get(routePlaceTable, id) ?? []);
}

/** What a fact changes of the route as a whole. */
function changeOf(row: RouteRow, { type, data }: RouteEvent): Partial<RouteRow> {
  switch (type) {
    case 'RouteStageOpened': {
      const run: RouteRunRow = { ...data, outcome: null, trace: [], places: [] };
      return { status: 'UnderWay', runs: [...row.runs, run] };
    }
    case 'RouteStageEnded': {
      const { outcome, trace } = data;
      return ended(row, { outcome, trace });
    }
    case 'RouteReturned': {
      const { to, nextRound: round } = data;
      const back = to === 'origin' ? ({ status: 'WithOrigin' } as const) : {};
      return { ...ended(row, { outcome: 'returned' }), ...back, round };
    }
    case 'RouteResubmitted': {
      const { decision, textSha256, title, motivation, previousTextSha256 } = data;
      const moved = textSha256 !== previousTextSha256;
      const earlierTexts = moved ? [...row.earlierTexts, previousTextSha256] : row.earlierTexts;
      return { status: 'SettingOut', decision, textSha256, title, motivation, earlierTexts };
    }
    case 'RouteEnded': {
      const { result, trace, endedAt } = data;
      return { ...ended(row, { outcome: 'returned' }), status: 'Ended', result, trace, endedAt };
    }
    default:
      return {};
  }
}

/** Only a stage that is open comes to something. */
function ended(row: RouteRow, change: Partial<RouteRunRow>): Partial<RouteRow> {
  const run = row.runs.at(-1);
  return run?.outcome === null ? { runs: onLast(row, { ...run, ...change }) } : {};
}
