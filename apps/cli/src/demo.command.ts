import { auditorJourney, boardJourney, Client, drawValues, fixedValues } from '@tavolo/demo';
import { networkLeadJourney, say, Stage, StoryBroken } from '@tavolo/demo';
import type { JourneyValues, Tell, Words } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { AskingCommand } from './asking-command.js';
import type { AskingOptions } from './asking-command.js';
import { narrator } from './narrator.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

type Journey = '1' | '2' | '3';
const journeys: readonly Journey[] = ['1', '2', '3'];

interface DemoOptions extends AskingOptions {
  readonly narrate?: boolean;
  readonly json?: boolean;
  readonly journey?: Journey;
  readonly seed?: number;
}

const titles: Readonly<Record<Journey, Words>> = {
  1: say('Viaggio 1: la capofila della rete', 'Journey 1: the network lead'),
  2: say('Viaggio 2: la cabina di regia', 'Journey 2: the board'),
  3: say('Viaggio 3: la revisora', 'Journey 3: the auditor'),
};
const went = say('è andata come si racconta', 'went as told');

/** Plays the journeys against a running server, with partners and numbers of their own. */
@Command({ name: 'demo', description: 'Plays three journeys against a running server.' })
export class DemoCommand extends AskingCommand {
  override async run(_words: string[], options: DemoOptions): Promise<void> {
    const { json = false, locale: tongue, url, seed } = options;
    const values = seed === undefined ? fixedValues : drawValues(seed);
    const stage = new Stage({ client: new Client(url), tell: teller(options), tongue });
    try {
      for (const journey of options.journey ? [options.journey] : journeys) {
        stage.chapter(titles[journey]);
        await this.#play(journey, stage, values);
        if (!json) print(`${titles[journey][tongue]}: ${went[tongue]}.`);
      }
    } catch (error) {
      if (error instanceof StoryBroken) throw new Problem(error.message, exits.failed);
      throw asProblem(error);
    }
  }

  /** The board that voted last, for the auditor who comes after it. */
  #voted: Awaited<ReturnType<typeof boardJourney>> | null = null;

  async #play(journey: Journey, stage: Stage, { networkLead, board }: JourneyValues) {
    switch (journey) {
      case '1':
        await networkLeadJourney(stage, networkLead);
        return;
      case '2':
        this.#voted = await boardJourney(stage, board);
        return;
      case '3':
        // Alone, the auditor needs something to audit: the board votes, and nobody tells it.
        this.#voted ??= await boardJourney(stage.inSilence(), board);
        await auditorJourney(stage, this.#voted);
    }
  }

  @Option({ flags: '--narrate', description: 'Tells every step: who, what, and the answer.' })
  parseNarrate(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'Tells every step as one JSON object a line.' })
  parseJson(): boolean {
    return true;
  }

  @Option({ flags: '--journey <number>', description: 'Only journey 1, 2 or 3.' })
  parseJourney(text: string): Journey {
    const found = journeys.find((journey) => journey === text);
    if (found) return found;
    throw badOption(`--journey is ${text}: write 1, 2 or 3.`);
  }

  @Option({ flags: '--seed <number>', description: 'Draws partners, amounts and votes anew.' })
  parseSeed(text: string): number {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw badOption(`--seed is ${text}: write a number from 0 to 999999999.`);
  }
}

function teller({ json = false, narrate = false, locale: tongue }: DemoOptions): Tell {
  if (!json && !narrate) return () => undefined;
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  return narrator({ tongue, colour, json, write: print });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
