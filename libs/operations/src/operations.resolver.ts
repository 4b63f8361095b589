import { notSignedIn, personOf, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef, Refusal as Kept } from '@tavolo/kernel';
import type { Comparison } from '@tavolo/projection';
import { Readers } from '@tavolo/reading';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Jobs } from './jobs.js';
import type { Job as Running } from './jobs.js';
import { jobRules } from './jobs.rules.js';
import { Machine } from './machine.js';
import {
  CancelJobInput,
  Job,
  JobResult,
  Operations,
  StartRebuildInput,
} from './operations.types.js';

/** The server itself, for the administrator: how it is, and its long works. */
@Resolver()
export class OperationsResolver {
  constructor(
    private readonly machine: Machine,
    private readonly jobs: Jobs,
    private readonly readers: Readers,
  ) {}

  @Query(() => Operations, {
    nullable: true,
    description:
      'How this server is and what it works on, always as now; null for who is no administrator (esercizio).',
  })
  async operations(@Context() context: RequestContext): Promise<Operations | null> {
    if (!(await this.#administers(context))) return null;
    const { status, projections, behind, queues } = await this.machine.state();
    const { state, moment, passedOver, failure } = status;
    const jobs = this.jobs.all();
    const last = jobs.find((one) => one.state === 'finished');
    return {
      ...{ state, position: moment.position, events: moment.ordinal, passedOver, failure },
      ...{ projections, queues, lags: behind, jobs: jobs.map(shown) },
      lastRebuild: last ? shown(last) : null,
    };
  }

  @Query(() => Job, {
    nullable: true,
    description: 'A job by its id; null where this server does not know it, or not for who asks.',
  })
  async job(
    @Args('id', { type: () => ID, description: 'The job.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Job | null> {
    if (!(await this.#administers(context))) return null;
    const found = this.jobs.find(id);
    return found && shown(found);
  }

  @Mutation(() => JobResult, {
    description:
      'Begins to build the read model anew beside the one in use: both are compared, then swapped (ricostruzione).',
  })
  async startRebuild(
    @Args('input') { commandId: id, takeAlthoughDifferent }: StartRebuildInput,
    @Context() context: RequestContext,
  ): Promise<Job | Refusal> {
    const { person, refusal } = await this.#asking(context);
    if (refusal) return refusalOf(refusal, context.locale);
    const accept = takeAlthoughDifferent === true ? () => true : isEqual;
    const begun = this.jobs.begin({ id, kind: 'rebuild', startedBy: person }, (how) =>
      this.machine.rebuild({ ...how, accept }),
    );
    return 'rule' in begun ? refusalOf(begun, context.locale) : shown(begun);
  }

  @Mutation(() => JobResult, {
    description: 'Stops a job: the read model in use stays (annullamento di un lavoro).',
  })
  async cancelJob(
    @Args('input') { job }: CancelJobInput,
    @Context() context: RequestContext,
  ): Promise<Job | Refusal> {
    const { refusal } = await this.#asking(context);
    if (refusal) return refusalOf(refusal, context.locale);
    const stopped = this.jobs.cancel(job);
    return 'rule' in stopped ? refusalOf(stopped, context.locale) : shown(stopped);
  }

  /** an administrator by whatever mandate of theirs is on today, as for reading. */
  async #administers({ sender }: RequestContext): Promise<boolean> {
    return (await this.readers.of(sender)).administers !== null;
  }

  async #asking(
    context: RequestContext,
  ): Promise<Readonly<{ person: PersonRef; refusal: Kept | null }>> {
    if (!context.sender) throw notSignedIn();
    const { person } = context.sender;
    const isOne = await this.#administers(context);
    return { person, refusal: isOne ? null : { ...jobRules.OnlyAdministrators, details: {} } };
  }
}

/** One that differs is put in the place of the one in use only where somebody has looked and says so. */
export function isEqual({ tables }: Comparison): boolean {
  return tables.every(({ differing }) => differing === 0);
}

function shown({ progress, startedBy, isCancelling, rebuilt, ...job }: Running): Job {
  const { done, total, rate, etaSeconds } = progress;
  return {
    ...{ ...job, done, total, rate, etaSeconds, cancelling: isCancelling },
    startedBy: startedBy && personOf(startedBy),
    swapped: rebuilt?.isSwapped ?? null,
    tables: rebuilt?.comparison.tables ?? [],
  };
}
