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
    const all = await this.#ends(asked);
    const chosen = event ?? all.newest;
    return chosen === null ? null : await this.#step(chosen, all, asked);
  }

  async #step(
    id: string,
    all: Awaited<ReturnType<ReadableLog['ends']>>,
    asked: Asked,
  ): Promise<ProjectionStep | null> {
    const { operated, at, context } = asked;
    const event = await this.log.one(id, at, context);
    const moment = event && (await this.log.momentOf(event));
    if (!event || !moment) return null;
    const { fate, rows, message } = await this.machine.replay(operated.name, event, moment);
    const before = await this.#ends(asked, { earlier: event.position });
    const after = await this.#ends(asked, { later: event.position });
    return {
      ...{ projection: operated.name, event: Object.assign(eventOf(event), { moment: at }) },
      ...{ fate, message, rows: await this.rows.of(rows, { at: moment, context }) },
      ...{ eventsBefore: before.count, eventsAfter: after.count },
      ...{ first: all.oldest, previous: before.newest, next: after.oldest, last: all.newest },
    };
  }

  /** The ends of what the projection takes, or of the part of it before or after a position. */
  async #ends(
    { operated: { categories }, at, context }: Asked,
    part: Parameters<ReadableLog['ends']>[0] = {},
  ): ReturnType<ReadableLog['ends']> {
    const kind = { ...part, ...(categories.length > 0 && { categories }) };
    return await this.log.ends(kind, at, context);
  }
}
