import { describe, expect, it } from '@jest/globals';
import { meterOf, paceFrom } from './progress.js';

const SECOND_MS = 1000;

function lines(): { said: string[]; at: (ms: number) => void; meter: ReturnType<typeof meterOf> } {
  const said: string[] = [];
  let time = 0;
  const output = { isTerminal: false, say: (line: string) => said.push(line), now: () => time };
  return { said, at: (ms) => (time = ms), meter: meterOf('commands', output) };
}

describe('progress without a terminal', () => {
  it('is a line for every tenth part, with rate and time left', () => {
    const { said, meter } = lines();
    for (let done = 0; done <= 1000; done += 1) {
      meter.show({ done, total: 1000, rate: 10, etaSeconds: (1000 - done) / 10 });
    }
    expect(said).toHaveLength(11);
    expect(said[1]).toBe('10 %: 100 of 1000 commands, 10 a second, 1 min 30 s left');
    expect(said[10]).toBe('100 %: 1000 of 1000 commands, 10 a second');
  });

  it('says something every half minute where a tenth takes longer', () => {
    const { said, at, meter } = lines();
    for (let done = 0; done <= 95; done += 1) {
      at(done * SECOND_MS);
      meter.show({ done, total: 100_000, rate: 1, etaSeconds: 99_905 });
    }
    expect(said).toHaveLength(4);
    expect(said[3]).toBe('0 %: 90 of 100000 commands, 1 a second, 27 h 45 min left');
  });

  it('of nothing is all of it', () => {
    const { said, meter } = lines();
    meter.show({ done: 0, total: 0, rate: 0, etaSeconds: null });
    expect(said).toEqual(['100 %: 0 of 0 commands, 0 a second']);
  });
});

it('the pace of what goes on where it stopped counts only what is new', () => {
  let time = 0;
  const pace = paceFrom(600, () => time);
  expect(pace(600, 1000)).toEqual({ done: 600, total: 1000, rate: 0, etaSeconds: null });
  time = 10 * SECOND_MS;
  expect(pace(700, 1000)).toEqual({ done: 700, total: 1000, rate: 10, etaSeconds: 30 });
});
