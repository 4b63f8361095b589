import { describe, expect, it } from '@jest/globals';
import { CommandIndex, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { JsonObject } from '@tavolo/event-store';
import type { LocalDate, Sha256 } from '@tavolo/kernel';
import { World } from '../test/world.js';
import { claim, claimStream } from './claim.js';
import { ClaimHandler, ClaimRequest } from './claim.handler.js';
import { StreamClaims } from './claims.js';
import type { ProcessDefinition } from './definition.js';
import type { SystemCommand } from './ports.js';

/** Claims for a candidate; a refusal is told to nobody, so that it stops the process. */
const claiming: ProcessDefinition<null> = {
  name: 'claiming',
  categories: ['candidate'],
  initial: null,
  keyOf: ({ stream }) => stream,
  react(state, input) {
    if (input.kind === 'answer') return { state, done: input.outcome === 'accepted' };
    const target = claimStream('taxCode', input.event.data.value as string);
    const data = { holder: input.event.stream, kind: 'taxCode' };
    const command = { name: 'claim', aggregate: claim.category, target, type: 'Claim', data };
    return { state, commands: [command] };
  },
};

/** An index that has read nothing: repeats are found in the streams themselves. */
class EmptyIndex extends CommandIndex {
  position() {
    return START;
  }
  find() {
    return Promise.resolve(null);
  }
}

/** A world whose commands go through the real transactions. */
function worldOfClaims() {
  const tavolo = new World();
  const { store, clock, instance } = tavolo.ports;
  const parts = { store, clock, instance, index: new EmptyIndex(), snapshots: new NoSnapshots() };
  const transactions = new StoreTransactions(parts);
  const handler = new ClaimHandler(transactions);
  tavolo.through((command) => handler.execute(requestOf(command)));
  return { tavolo, claims: new StreamClaims(transactions) };
}

function requestOf({ target, type, data, actor, ...about }: SystemCommand): ClaimRequest {
  return new ClaimRequest(target, { type, data } as unknown as ClaimRequest['asked'], {
    ...about,
    commandHash: 'ab'.repeat(32) as Sha256,
    by: actor,
    auth: { issuer: 'tavolo', assurance: 'system' },
    at: new World().ports.clock.now(),
    today: '2030-01-01' as LocalDate,
    basis: [],
  });
}

const candidate = (value: string) => ({ type: 'Registered', data: { value } as JsonObject });
const stream = claimStream('taxCode', 'AB12');

describe('PA-1, A-7, PL-1: a value that several claim at once', () => {
  it('goes to the first, and the others stop with the rule', async () => {
    const { tavolo, claims } = worldOfClaims();
    expect(await claims.holderOf(stream)).toBeNull();
    for (const n of ['1', '2', '3']) await tavolo.say(`candidate-${n}`, candidate('AB12'));
    await tavolo.say('candidate-4', candidate('CD34'));
    await tavolo.settle(claiming);
    const [claimed, ...more] = await tavolo.events(stream);
    expect(more).toStrictEqual([]);
    expect(claimed).toMatchObject({
      type: 'ValueClaimed',
      meta: { actor: { personRef: 'system:claiming' }, result: { id: stream } },
    });
    expect(await claims.holderOf(stream)).toBe(claimed?.data.holder);
    const endings = [];
    for (const n of ['1', '2', '3', '4']) {
      endings.push((await tavolo.types(`pm_claiming-candidate-${n}`)).at(-1));
    }
    expect(endings.sort()).toStrictEqual([
      ...['ProcessFinished', 'ProcessFinished', 'ProcessStopped', 'ProcessStopped'],
    ]);
    await tavolo.stop();
  });

  it('goes to one, wherever the process is killed', async () => {
    for (let n = 0; ; n += 1) {
      const { tavolo } = worldOfClaims();
      for (const each of ['1', '2']) await tavolo.say(`candidate-${each}`, candidate('AB12'));
      const step = await tavolo.killAt(n, claiming);
      await tavolo.settle(claiming);
      await tavolo.stop();
      expect(await tavolo.types(stream)).toStrictEqual(['ValueClaimed']);
      const ended = await Promise.all(
        ['1', '2'].map((each) => tavolo.types(`pm_claiming-candidate-${each}`)),
      );
      expect(ended.map((types) => types.at(-1)).sort()).toStrictEqual([
        ...['ProcessFinished', 'ProcessStopped'],
      ]);
      if (step === null) break;
    }
  });

  it('answers a repeated command as it did first', async () => {
    const { tavolo } = worldOfClaims();
    await tavolo.say('candidate-1', candidate('AB12'));
    const answers: Answer[] = [];
    const { sender } = tavolo.ports;
    tavolo.through(async (command) => {
      const first = await sender.send(command);
      answers.push(first, await sender.send(command));
      return first;
    });
    await tavolo.settle(claiming);
    const repeats = answers.map((each) => each.outcome === 'accepted' && each.receipt.repeated);
    expect(repeats).toStrictEqual([false, true]);
    await tavolo.stop();
  });
});
