import { describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { Appended, EventStore, Position, Uuid } from '@tavolo/event-store';
import { appendCertainly } from './certain-append.js';
import { OutcomeUnknown } from './errors.js';

const unknown = new AppendOutcomeUnknown('the connection broke');
const away = new StoreUnavailable('no connection');
const appended: Appended = { revision: 3, position: '7' as Position };
const sending = {
  ...{ stream: 'sum-1', events: [], expected: 2 },
  commandId: '00000000-0000-4000-8000-000000000001' as Uuid,
} as const;

/** A store that answers so, one after another, and then always as last; time passes in pauses alone. */
function sent(answers: readonly (Appended | Error)[], chance = 0) {
  const pauses: number[] = [];
  let asked = 0;
  const append = (): Promise<Appended> => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? unknown;
    asked += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const timing = {
    elapsedMs: () => pauses.reduce((sum, ms) => sum + ms, 0),
    pause: (ms: number) => Promise.resolve(void pauses.push(ms)),
    chance: () => chance,
  };
  const store: Pick<EventStore, 'append'> = { append };
  const answer = appendCertainly(store, sending, { timing, deadline: 5_000 });
  return { answer, pauses, asked: () => asked };
}

describe('an append of a command', () => {
  it('is repeated until its outcome is known, with pauses that grow and then stay', async () => {
    const { answer, pauses } = sent([...Array.from({ length: 8 }, () => unknown), appended]);
    expect(await answer).toBe(appended);
    expect(pauses).toEqual([10, 20, 40, 80, 160, 250, 250, 250]);
  });

  it('is repeated at another time than those that failed with it', async () => {
    const { answer, pauses } = sent([unknown, unknown, appended], 0.5);
    expect(await answer).toBe(appended);
    expect(pauses).toEqual([15, 30]);
  });

  it('is decided anew where others were faster, also after an unknown outcome', async () => {
    const conflict = new WrongExpectedRevision('sum-1', 2, 3);
    expect(await sent([conflict]).answer).toBeNull();
    expect(await sent([unknown, conflict]).answer).toBeNull();
  });

  it('certainly wrote nothing where the store was away from the first', async () => {
    const { answer, asked } = sent([away]);
    await expect(answer).rejects.toBe(away);
    expect(asked()).toBe(1);
  });

  it('may have been written where the store went away in the middle of it', async () => {
    const { answer, asked, pauses } = sent([unknown, away]);
    await expect(answer).rejects.toThrow(OutcomeUnknown);
    await expect(answer).rejects.toMatchObject({ commandId: sending.commandId });
    // Some twenty times in five seconds: nobody is asked without a pause.
    expect(asked()).toBe(pauses.length + 1);
    expect(asked()).toBeLessThan(30);
  });

  it('is found out where the store comes back in time', async () => {
    const { answer, asked } = sent([unknown, away, away, appended]);
    expect(await answer).toBe(appended);
    expect(asked()).toBe(4);
  });

  it('fails at once of what no repeat will change', async () => {
    const defect = new TypeError('a defect');
    await expect(sent([unknown, defect]).answer).rejects.toBe(defect);
  });
});
