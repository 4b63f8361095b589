import { expect } from '@jest/globals';
import { fixedValues, networkLeadJourney, World } from '@tavolo/demo';
import type { Acting, NetworkLeadFacts, Stage } from '@tavolo/demo';
import { asked, mutationOf, positionOf } from './asked.js';
import type { Answered, Language } from './asked.js';
import { stageOn } from './played.js';
import { startServer } from './server.js';
import type { RunningServer } from './server.js';

interface Parts {
  readonly server: RunningServer;
  readonly stage: Stage;
  readonly world: World;
  readonly facts: NetworkLeadFacts;
  /** The call of the plan and its region. */
  readonly plan: Readonly<{ call: { readonly id: string }; regionCode: string }>;
}

/** A server on which the first journey was played: something to ask badly of. */
export class Ground {
  readonly server: RunningServer;
  readonly stage: Stage;
  readonly world: World;
  readonly facts: NetworkLeadFacts;
  readonly plan: Parts['plan'];

  private constructor({ server, stage, world, facts, plan }: Parts) {
    this.server = server;
    this.stage = stage;
    this.world = world;
    this.facts = facts;
    this.plan = plan;
  }

  /** Starts a server and plays; returns once every process has come to rest. */
  static async start(): Promise<Ground> {
    const server = await startServer();
    const { stage } = stageOn(server.url);
    const facts = await networkLeadJourney(stage, fixedValues.networkLead);
    const { plan } = await stage.ask<{ plan: Parts['plan'] }>(
      'query ($id: ID!) { plan(id: $id) { regionCode call { id } } }',
      { id: facts.plan },
    );
    await atRest(stage, server.url);
    return new Ground({ server, stage, world: await World.open(stage), facts, plan });
  }

  /** Acts for the lead of the plan. */
  get region(): Acting {
    return this.facts.region.head;
  }

  /** Gives a command that may be accepted. */
  gives(name: string, input: object, as: Acting = this.region): Promise<Answered> {
    return asked(this.server.url, { document: mutationOf(name), variables: { input }, as });
  }

  /** Gives a command that must leave nothing. */
  givesInVain(
    name: string,
    input: object,
    { as = this.region, language = 'it' }: { as?: Acting; language?: Language } = {},
  ): Promise<Answered> {
    const variables = { input };
    return this.leavesNothing(() =>
      asked(this.server.url, { document: mutationOf(name), variables, as, language }),
    );
  }

  /** Asks what must write nothing, and show nothing of how the server is made. */
  async leavesNothing(ask: () => Promise<Answered>): Promise<Answered> {
    const { url } = this.server;
    const before = await positionOf(url);
    const answer = await ask();
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/node_modules|\.[jt]s:\d+|stacktrace|INTERNAL/i);
    expect(await positionOf(url)).toBe(before);
    return answer;
  }
}

/** Waits until nothing more is written, which processes do after a story has ended. */
export async function atRest(stage: Stage, url: string): Promise<void> {
  const seen: string[] = [];
  await stage.until(
    { it: 'nessuno scrive più', en: 'nobody writes any more' },
    async () => seen.push(await positionOf(url)),
    () => seen.length >= 8 && new Set(seen.slice(-8)).size === 1,
  );
}
