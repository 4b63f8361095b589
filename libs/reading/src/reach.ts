import { INSTANCE_STREAM, levels } from '@tavolo/access';
import type { Authorizer, ReadAction } from '@tavolo/access';
import type { Moment, ReadModel } from '@tavolo/projection';
import type { PlaceRule } from './declaration.js';
import { categoryOf } from './reading-book.js';
import type { Stance } from './standings.js';

/** Where somebody may do something: everywhere, or at these objects and in what lies in them. */
export type Reach = ReadonlySet<string> | 'everywhere';

/** Whether one of these lies within. */
export function isWithin(reach: Reach, ids: readonly unknown[]): boolean {
  return reach === 'everywhere' || ids.some((id) => typeof id === 'string' && reach.has(id));
}

const ALONE = /^alone:(.+)$/u;

/**
 * Turns what the policies say at the scopes of a mandate into the objects below them: the same
 * answer for a whole list at once. That it is the same is shown row by row
 * (`test/acceptance/reading.spec.ts`).
 */
export class Reaches {
  constructor(
    private readonly parts: Readonly<{
      authorizer: Authorizer;
      readModel: ReadModel;
      places: readonly PlaceRule[];
    }>,
  ) {}

  async of({ principal, standing }: Stance, action: ReadAction, at: Moment): Promise<Reach> {
    const may = (id: string) =>
      this.parts.authorizer.decide({
        ...{ principal, action, standing },
        resource: { id, above: [] },
      }).allowed;
    if (may(INSTANCE_STREAM)) return 'everywhere';
    const scopes = new Set(Object.values(standing.at).flat());
    return await this.#below([...scopes].filter(may), at);
  }

  /** These scopes, and every object that lies in one of them and may hold others. */
  async #below(scopes: readonly string[], at: Moment): Promise<ReadonlySet<string>> {
    const reached = new Set<string>();
    const single = scopes.flatMap((scope) => ALONE.exec(scope)?.[1] ?? []);
    let frontier = scopes.filter((scope) => !ALONE.test(scope));
    while (frontier.length > 0) {
      for (const id of frontier) reached.add(id);
      const next = await this.#nextBelow(frontier, at);
      frontier = [...new Set(next)].filter((id) => !reached.has(id));
    }
    for (const id of single) reached.add(id);
    return reached;
  }

  async #nextBelow(frontier: readonly string[], at: Moment): Promise<readonly string[]> {
    const { places, readModel } = this.parts;
    const groups = Map.groupBy(frontier, categoryOf);
    const found = places.flatMap(({ table, below }) =>
      Object.entries(below).map(async ([category, column]) => {
        const ids = groups.get(category) ?? [];
        if (ids.length === 0) return [];
        if (typeof column === 'string') {
          const values = category === 'level' ? ids.map(levelName) : ids;
          return await readModel.idsOf(table, { column, values }, at);
        }
        return ids.includes(column.all) ? await readModel.idsOf(table, null, at) : [];
      }),
    );
    return [...frontier.flatMap(levelBelow), ...(await Promise.all(found)).flat()];
  }
}

const LEVEL = 'level-';

function levelName(scope: string): string {
  return scope.slice(LEVEL.length);
}

/** A role at a level holds at those below it. */
function levelBelow(scope: string): readonly string[] {
  const level = levels.indexOf(scope);
  const below = level < 0 ? undefined : levels[level + 1];
  return below === undefined ? [] : [below];
}
