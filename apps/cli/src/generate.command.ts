import { BadSize, sizesOf, StoryBroken } from '@tavolo/demo';
import type { Sizes } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { badOption, exits, Problem } from './problem.js';
import { meterOf, paceFrom } from './progress.js';
import { TavoloCommand } from './tavolo-command.js';

interface GenerateOptions {
  readonly agreements: number;
  readonly seed: number;
  readonly data: string;
  readonly areas?: number;
  readonly networks?: number;
  readonly plans?: number;
}

/** Ctrl-C: what is there stays, and the next run goes on. */
class Cancelled extends Error {}

/** Makes the region of Lombardia, of any size, in a data folder of its own. */
@Command({
  name: 'generate',
  description: 'Makes a synthetic Lombardia of any size in a data folder of its own.',
})
export class GenerateCommand extends TavoloCommand {
  override async run(_words: string[], options: GenerateOptions): Promise<void> {
    const sizes = sized(options);
    // The server comes with it: other commands need not wait for it to load.
    const { generateInto, UnusableData } = await import('../../api/src/generation/generation.js');
    const meter = meterOf('commands');
    let isCancelled = false;
    const cancel = () => (isCancelled = true);
    process.once('SIGINT', cancel);
    try {
      const pace = pacer();
      let commands = 0;
      const came = await generateInto(options.data, sizes, ({ done, total }) => {
        if (isCancelled) throw new Cancelled();
        commands = done;
        meter.show(pace(done, total));
      });
      meter.stop();
      console.log(sentences[came](options.data, sizes, commands));
    } catch (error) {
      if (error instanceof UnusableData) throw new Problem(error.message, exits.usage);
      throw asProblem(error);
    } finally {
      meter.stop();
      process.off('SIGINT', cancel);
    }
  }

  @Option({
    flags: '--agreements <number>',
    description: 'How many agreements, from 3 to 1000000.',
    defaultValue: 1_000,
  })
  parseAgreements(text: string): number {
    return wholeNumber('agreements', text);
  }

  @Option({
    flags: '--seed <number>',
    description: 'The same seed and sizes give the same facts.',
    defaultValue: 1,
  })
  parseSeed(text: string): number {
    return wholeNumber('seed', text);
  }

  @Option({
    flags: '--areas <number>',
    description: 'How many of the 91 territorial areas, with all their municipalities (all).',
  })
  parseAreas(text: string): number {
    return wholeNumber('areas', text);
  }

  @Option({
    flags: '--networks <number>',
    description: 'How many areas have a network in each plan (all, or one for four agreements).',
  })
  parseNetworks(text: string): number {
    return wholeNumber('networks', text);
  }

  @Option({
    flags: '--plans <number>',
    description: 'How many plans run (one, and one more for each 10000 agreements, up to 4).',
  })
  parsePlans(text: string): number {
    return wholeNumber('plans', text);
  }

  @Option({
    flags: '--data <folder>',
    description: 'The data folder: a new one, or one that this command has begun.',
    defaultValue: process.env.TAVOLO_DATA ?? 'data-lombardia',
  })
  parseData(folder: string): string {
    return folder;
  }
}

const sentences = {
  finished: (data: string, { agreements, seed }: Sizes, commands: number) =>
    `Lombardia is made: ${String(agreements)} agreements, seed ${String(seed)}, by ${String(commands)} commands, in ${data}. Look at it with \`TAVOLO_DATA=${data} npm start\`.`,
  'there already': (data: string) => `${data} holds all of it already: nothing was added.`,
};

/** @throws Problem */
function sized({ data: _data, ...asked }: GenerateOptions): Sizes {
  try {
    return sizesOf(asked);
  } catch (error) {
    throw error instanceof BadSize ? badOption(error.message) : error;
  }
}

function wholeNumber(name: string, text: string): number {
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw badOption(`--${name} is ${text}: write a whole number.`);
}

/** What was there before this run says nothing about its pace. */
function pacer(): ReturnType<typeof paceFrom> {
  let pace: ReturnType<typeof paceFrom> | null = null;
  return (done, total) => {
    pace ??= paceFrom(done);
    return pace(done, total);
  };
}

function asProblem(error: unknown): unknown {
  if (error instanceof Cancelled) {
    return new Problem('Cancelled: the same command goes on where it stopped.', exits.interrupted);
  }
  if (!(error instanceof StoryBroken)) return error;
  return new Problem(error.message, exits.failed);
}
