import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection } from '@tavolo/projection';
import type { RouteVersion } from '../../contract/index.js';
import type { RouteDefinitionEvent } from '../../domain/route/definition.events.js';

/** A definition of routes with all its versions: they are few. */
export type RouteDefinitionRow = Readonly<{
  id: string;
  revision: number;
  board: string;
  name: string;
  nameEn: string | null;
  versions: readonly (RouteVersion & Readonly<{ decision: string }>)[];
}>;

export const routeDefinitionTable = defineTable<RouteDefinitionRow>('route_definition', {
  columns: ['board'],
  order: 'name',
});

/** Definitions of routes, by name. */
export const routeDefinitionProjection: Projection = {
  name: 'routeDefinition',
  version: 1,
  categories: ['routedefinition'],
  tables: [routeDefinitionTable],
  apply(recorded, write) {
    const row = next(recorded, write.get(routeDefinitionTable, recorded.stream));
    if (row) write.put(routeDefinitionTable, { ...row, revision: recorded.revision });
  },
};

function next(
  recorded: RecordedEvent,
  row: RouteDefinitionRow | null | undefined,
): RouteDefinitionRow | null {
  const { type, data } = recorded as unknown as RouteDefinitionEvent;
  if (type === 'RouteDefined') {
    return { id: recorded.stream, revision: 0, ...data, versions: [] };
  }
  return row ? { ...row, versions: [...row.versions, data] } : null;
}
