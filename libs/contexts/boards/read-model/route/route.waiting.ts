import { atRest, awaits, body, end, presidency, process, waitingPart } from '@tavolo/waiting';
import type { Move, Read } from '@tavolo/waiting';
import { boardTable } from '../board.projection.js';
import { routeDefinitionTable } from './definition.projection.js';
import type { RouteDefinitionRow } from './definition.projection.js';
import { routePlaceTable, routeTable } from './route.rows.js';
import type { RoutePlaceRow, RouteRow } from './route.rows.js';

/** Whose move it is on a route: of every body that is asked, or of the body of origin. */
export const routeWaiting = waitingPart<RouteRow, RouteRow['status']>({
  name: 'route',
  categories: ['route'],
  table: routeTable,
  reads: [boardTable, routePlaceTable],
  statusOf: ({ status }) => status,
  states: {
    SettingOut: awaits(['openRouteStage'], ({ decision }) => [
      { move: 'openRouteStage', who: process('routeOrigin'), about: decision },
    ]),
    UnderWay: awaits(['answerRoute', 'considerObjection', 'openRouteStage'], asked),
    WithOrigin: awaits(['resubmitToRoute'], ({ board, decision }) => [
      { move: 'resubmitToRoute', who: presidency(board), about: decision },
    ]),
    Ended: end,
  },
  place: ({ board, title }, read) => {
    const { network = null, plan = null } = read.get(boardTable, board) ?? {};
    return { board, network, plan, title };
  },
});

/** Between two stages the next one opens by itself. */
function asked(row: RouteRow, read: Read): readonly Move[] {
  const run = row.runs.at(-1);
  const places = (run?.places ?? []).flatMap((id) => read.get(routePlaceTable, id) ?? []);
  const waiting = places.filter(({ status }) => status === 'waiting' || status === 'voted');
  if (run?.outcome !== null || waiting.length === 0) {
    return [{ move: 'openRouteStage', who: process('routeFlight'), about: row.decision }];
  }
  return waiting.map(answering);
}

function answering({ id, board, decision, until }: RoutePlaceRow): Move {
  return {
    ...{ move: decision === null ? 'considerObjection' : 'answerRoute', who: body(board), key: id },
    ...{
      due: until === null ? null : { on: until },
      ...(decision !== null && { about: decision }),
    },
  };
}

/** A definition asks nothing of anybody. */
export const routeDefinitionWaiting = waitingPart<RouteDefinitionRow, 'Defined'>({
  name: 'routeDefinition',
  categories: ['routedefinition'],
  table: routeDefinitionTable,
  statusOf: () => 'Defined',
  states: { Defined: atRest('its body adopts another version when it wants to') },
  place: ({ board, name, nameEn }) => ({ board, title: name, titleEn: nameEn }),
});
