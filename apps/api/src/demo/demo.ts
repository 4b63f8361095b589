import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLabImpact } from '@tavolo/demo';
import type { Instant } from '@tavolo/kernel';
import { commandOf, generatedIn } from '../generation/generated.js';

/** The first working day of the year of the first call. */
export const STORY_BEGINS = '2016-01-04T08:00:00.000Z' as Instant;

/** True when the whole demo was loaded into this folder. */
export function isDemoLoaded(dataFolder: string): boolean {
  return existsSync(markerOf(dataFolder));
}

/**
 * Loads the demo through the front door, unless it is there. Every command has an id of its
 * own, so that a load that was cut off is simply begun again: what is there stays as it is.
 */
export async function loadDemo(url: string, dataFolder: string): Promise<void> {
  if (!isDemoLoaded(dataFolder)) {
    refuseCutOff(dataFolder);
    console.log('Loading the demo: the story walks from 2016 to today …');
    const { commands, seconds } = await told(url);
    markDemoLoaded(dataFolder, { commands });
    console.log(`The demo is loaded: ${String(commands)} commands in ${seconds.toFixed(0)} s.`);
  }
  console.log(whatToTry(url));
}

/** From now on this folder is whole: its clock is the real one, and nothing more is loaded. */
export function markDemoLoaded(dataFolder: string, what: object): void {
  writeFileSync(markerOf(dataFolder), JSON.stringify(what));
}

/** The story was cut off, by the machine or by a defect of it. What is there stays. */
export class DemoCutOff extends Error {}

/** A generation that was cut off is no place for another story. @throws DemoCutOff */
function refuseCutOff(dataFolder: string): void {
  const generated = generatedIn(dataFolder);
  if (generated === null) return;
  throw new DemoCutOff(
    `${dataFolder} holds a generation that was cut off: \`${commandOf(generated)}\` goes on where it stopped.`,
  );
}

async function told(url: string): ReturnType<typeof loadLabImpact> {
  try {
    return await loadLabImpact(url, (line) => console.log(`  ${line}`));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemoCutOff(
      `The demo was cut off (${reason}). \`npm start\` goes on where it stopped.`,
      {
        cause: error,
      },
    );
  }
}

function markerOf(dataFolder: string): string {
  return join(dataFolder, 'demo-loaded.json');
}

function whatToTry(url: string): string {
  return [
    'Try this:',
    `  ${url}/    the console: sign in as one of the people of the story, no password is needed`,
    `  ${url}/altair/    a playground on the schema; nothing leaves this machine`,
    '  npx tavolo demo --narrate    three journeys, step by step, with refusals',
    '  { plans { edges { node { title status } } } }    the plans as they are',
    '  { asOf(moment: { at: "2018-06-01T00:00:00Z" }) { plans { totalCount } } }    as they were',
    '  { decisions { edges { node { number title status } } } }    what the boards decided',
    '  { history(of: "<id>") { edges { node { type recordedAt reason } } } }    who, when, why',
    '  npx tavolo rebuild    the read model built anew, compared, swapped',
    '  Stop with Ctrl-C; the same command starts it again with the same data.',
  ].join('\n');
}
