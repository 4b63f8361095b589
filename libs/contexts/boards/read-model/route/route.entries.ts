import type { RecordedEvent } from '@tavolo/event-store';
import type { RouteEvent } from '../../domain/route/route.events.js';
import type { RouteEntryRow, RouteRow } from './route.rows.js';

/** A fact as a line of the timeline, on the text that the route was on when it was said. */
export function entryOf(recorded: RecordedEvent, row: RouteRow): RouteEntryRow {
  const { type, data } = recorded as unknown as RouteEvent;
  return {
    ...{ type, at: recorded.meta.recordedAt, round: row.round, textSha256: row.textSha256 },
    ...{ stage: null, board: null, decision: null, voidCause: null, reasons: null },
    ...pickedOf(data),
    ...saidIn(recorded as unknown as RouteEvent),
  };
}

/** What facts of different types name alike. */
function pickedOf(data: RouteEvent['data']): Partial<RouteEntryRow> {
  return {
    ...('stage' in data && { stage: data.stage }),
    ...('round' in data && { round: data.round }),
    ...('board' in data && { board: data.board }),
    ...('decision' in data && { decision: data.decision }),
    ...('textSha256' in data && { textSha256: data.textSha256 }),
  };
}

function saidIn({ type, data }: RouteEvent): Pick<RouteEntryRow, 'what'> & Partial<RouteEntryRow> {
  switch (type) {
    case 'RouteAnswered':
      return { what: data.answer };
    case 'RouteAnswerVoid':
      return { what: data.said, voidCause: data.cause };
    case 'RouteSilenceNoted':
      return { what: data.meaning };
    case 'RouteObjectionLodged':
      return { what: 'object', reasons: data.reasons };
    case 'RouteStageEscalated':
      return { what: data.cause, board: data.to };
    case 'RouteStageEnded':
      return { what: data.outcome };
    case 'RouteReturned': {
      const { by, cause: what } = data;
      return by ? { what, ...by } : { what };
    }
    case 'RouteEnded':
      return { what: data.result };
    default:
      return { what: null };
  }
}
