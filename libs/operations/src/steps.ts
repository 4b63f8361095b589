import { eventOf, ReadableLog } from '@tavolo/audit';
import type { RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import { Machine } from './machine.js';
import type { Operated } from './machine.js';
import { SteppedRows } from './stepped-rows.js';
import type { ProjectionStep, ProjectionStepArgs } from './stepping.types.js';

type Asked = Readonly<{ operated: Operated; at: Moment; context: RequestContext }>;

/** What one event changes in the rows of one projection, and the events beside it. */
@Injectable()
export class Steps {
  constructor(
    private readonly machine: Machine,
    private readonly log: ReadableLog,
    private readonly rows: SteppedRows,
  ) {}

  /** Null of a projection that is not there, and of an event that is not there for who asks. */
  async at(
    { projection, event }: ProjectionStepArgs,
    at: Moment,
    context: RequestContext,
  ): Promise<ProjectionStep | null> {
    const operated = this.machine.projections().find(({ name }) => name === projection);
    if (!operated) return null;
    const asked = { operated, at, context };
    const chosen = event ?? (await this.#end(asked, { side: 'newest' })).id;
    return chosen === null ? null : await this.#step(chosen, asked);
  }

  async #step(id: string, asked: Asked): Promise<ProjectionStep | null> {
    const { operated, at, context } = asked;
    const event = await this.log.one(id, at, context);
    const moment = event && (await this.log.momentOf(event));
    if (!event || !moment) return null;
    const { fate, rows, message } = await this.machine.replay(operated.name, event, moment);
    const { position } = event;
    const before = await this.#end(asked, { side: 'newest', earlier: position });
    const after = await this.#end(asked, { side: 'oldest', later: position });
    return {
      ...{ projection: operated.name, event: Object.assign(eventOf(event), { moment: at }) },
      ...{ fate, message, rows: await this.rows.of(rows, { at: moment, context }) },
      ...{ eventsBefore: before.count, eventsAfter: after.count },
      ...{ previous: before.id, next: after.id },
      first: (await this.#end(asked, { side: 'oldest' })).id,
      last: (await this.#end(asked, { side: 'newest' })).id,
    };
  }

  /** The end of what the projection takes, or of the part of it before or after a position. */
  async #end(
    { operated: { categories }, at, context }: Asked,
    part: Parameters<ReadableLog['end']>[0],
  ): ReturnType<ReadableLog['end']> {
    const kind = { ...part, ...(categories.length > 0 && { categories }) };
    return await this.log.end(kind, at, context);
  }
}
