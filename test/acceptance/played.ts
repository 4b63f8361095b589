import { randomInt } from 'node:crypto';
import { Client, Stage } from '@tavolo/demo';
import type { Step } from '@tavolo/demo';

/**
 * The same for each run, so that what fails has been broken; another one for each soak run. Set
 * TAVOLO_SEED to what a failure printed to see it again.
 */
export const seed = Number(process.env.TAVOLO_SEED ?? drawn());

function drawn(): number {
  return process.env.TAVOLO_SOAK === '1' ? randomInt(1_000_000_000) : 515_788_007;
}

/** A stage on a server, and all that is told on it. */
export function stageOn(url: string): { stage: Stage; told: readonly Step[] } {
  const told: Step[] = [];
  const stage = new Stage({ client: new Client(url), tell: (step) => told.push(step) });
  return { stage, told };
}

/** The rules that kept something out, in the order of the story: `A-1 TextDiffers`. */
export function refusalsOf(told: readonly Step[]): readonly string[] {
  return told.flatMap((step) => (step.kind === 'refused' ? [`${step.rule} ${step.code}`] : []));
}
