import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareReadModels } from '@tavolo/projection';
import { Fleet } from './fleet.js';
import type { Member } from './fleet.js';
import { isAtRest, Registrations, storiesOf } from './registrations.js';

const isLong = process.env.TAVOLO_SOAK === '1';
/** How long servers are stopped, frozen and started at random; ten minutes in the long form. */
const SECONDS = Number(process.env.TAVOLO_REPLICAS_SECONDS ?? (isLong ? '600' : '60'));
/** What happens to whom, and after how long, is the same for the same seed. */
const SEED = Number(process.env.TAVOLO_REPLICAS_SEED ?? Date.now() % 1_000_000);
/** A pair of commands and then a rest: a machine of two cores has other work too. */
const REST_MS = 1_000;

const ENDED_WELL = [
  ['ProcessReacted', 'ProcessCommandGiven', 'ProcessCommandAccepted', 'ProcessCommandGiven'],
  ['ProcessCommandAccepted', 'ProcessFinished'],
].flat();
const ENDED_REFUSED = ENDED_WELL.with(2, 'ProcessCommandRefused');
const WITHOUT_CODE = [...ENDED_WELL.slice(0, 3), 'ProcessFinished'];

describe(`three replicas, stopped, frozen and started at random (seed ${String(SEED)})`, () => {
  const fleet = new Fleet();
  const random = randomOf(SEED);
  const registrations = new Registrations(fleet, randomOf(SEED + 1));
  const log = async () => await Array.fromAsync(fleet.engine.readAll());

  beforeAll(async () => {
    await fleet.start();
  }, 300_000);
  afterAll(async () => {
    await fleet.stop();
  });

  it('X-1: work beside one of the version before, which decides nothing on half a history', async () => {
    const [newer] = fleet.members;
    const { older } = fleet;
    if (!newer) throw new Error('there is none');
    const id = await registrations.one(older); // On what it knows it decides.
    await untilAtRest(log);
    const renamed = await fleet.ask(newer, rename(id, { to: 'Nuovo', seen: 1 }));
    const { receipt } = renamed.data?.updatePartnerDetails as { receipt: { position: string } };
    const atLeast = { headers: { 'tavolo-at-least': receipt.position } };
    const nameAt = async (member: Member) => (await fleet.ask(member, nameOf(id), atLeast)).data;
    expect([await nameAt(newer), await nameAt(older)]).toEqual([
      { partner: { name: 'Nuovo' } },
      { partner: { name: 'Ente' } },
    ]);
    const pending = await fleet.ask(older, rename(id, { to: 'Altro', seen: 2 }));
    expect(pending.errors?.[0]?.extensions.code).toBe('UPGRADE_PENDING');
    const { passedOver } = await fleet.readiness(older);
    expect(passedOver).toMatchObject([{ type: 'PartnerDetailsUpdated', schema: 1, events: 1 }]);
    await fleet.end(older, 'SIGTERM');
    await fleet.begin(older, { from: newer });
    const said = older.server?.output.join('\n');
    expect(said).toContain('The read model was taken from another replica.');
    expect(await nameAt(older)).toEqual({ partner: { name: 'Nuovo' } });
    expect((await fleet.readiness(older)).passedOver).toEqual([]);
  }, 300_000);

  it('tell who follows at one of them of what another wrote', async () => {
    const [one, two] = fleet.members;
    if (!one || !two) throw new Error('there are none');
    const id = await registrations.one(one);
    await untilAtRest(log);
    const seen = `subscription { changed(id: "${id}") { ... on Partner { name } } }`;
    const changes = fleet.follow(two, seen);
    const told = (name: string) => ({ value: { data: { changed: { name } } } });
    expect(await changes.next()).toMatchObject(told('Ente'));
    await fleet.ask(one, rename(id, { to: 'Nuovo', seen: 1 }));
    expect(await changes.next()).toMatchObject(told('Nuovo'));
    await changes.return?.();
  }, 300_000);

  it('go on with another holder of the lease while theirs is frozen, and with that one when it wakes', async () => {
    const held = await untilHeld(fleet, 0);
    const next = await fleet.whileFrozen(held.member, async () => {
      await registrations.pair();
      return await untilHeld(fleet, held.epoch);
    });
    expect(next.member).not.toBe(held.member);
    await registrations.pair();
    await untilAtRest(log);
  }, 300_000);

  it(
    'answer every command once, for all that happens to them',
    async () => {
      const until = performance.now() + SECONDS * 1_000;
      const isOver = () => performance.now() >= until;
      await Promise.all([
        (async () => {
          while (!isOver()) {
            await registrations.pair();
            await pause(REST_MS);
          }
        })(),
        (async () => {
          while (!isOver()) await misfortune(fleet, random);
        })(),
      ]);
      for (const member of fleet.members) if (!member.server) await fleet.begin(member);
      await untilAtRest(log);
      expect(registrations.answered.length).toBeGreaterThan(SECONDS / 10);
    },
    SECONDS * 1_000 + 300_000,
  );

  it('PA-1: have lost no answer and done nothing twice', async () => {
    const all = await log();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const accepted = registrations.answered.filter(({ receipt }) => receipt);
    const facts = all.filter(({ type }) => type === 'PartnerRegistered');
    expect(facts.map(({ id }) => id).toSorted()).toEqual(
      accepted.map(({ receipt }) => receipt?.eventId).toSorted(),
    );
    expect(new Set(facts.map(({ meta }) => meta.commandId)).size).toBe(facts.length);
    for (const { refused } of registrations.answered) expect([null, 'PA-1']).toContain(refused);
    const partners = storiesOf(all, 'partner-');
    const claimed = accepted.filter(({ taxCode }) => taxCode !== null);
    for (const [, same] of Map.groupBy(claimed, ({ taxCode }) => taxCode)) {
      const ends = same.map(({ receipt }) => partners.get(receipt?.stream ?? '')?.[1]);
      expect(ends.filter((end) => end === 'PartnerRegistrationConfirmed')).toHaveLength(1);
    }
    for (const [, types] of storiesOf(all, 'pm_partnerRegistration-')) {
      expect([ENDED_WELL, ENDED_REFUSED, WITHOUT_CODE]).toContainEqual(types);
    }
  });

  it('take each other’s receipts', async () => {
    const { receipt } = registrations.answered.findLast((each) => each.receipt) ?? {};
    if (!receipt) throw new Error('nothing was accepted');
    for (const member of fleet.members) {
      const query = `{ partner(id: "${receipt.stream}") { id } }`;
      const { data } = await fleet.ask(member, query, {
        headers: { 'tavolo-at-least': receipt.position },
      });
      expect(data?.partner?.id).toBe(receipt.stream);
    }
  });

  it('have read to the end, and are equal row by row', async () => {
    expect(new Set(await fleet.positions()).size).toBe(1);
    await Promise.all(fleet.members.map((member) => fleet.end(member, 'SIGTERM')));
    const [first = '', ...rest] = fleet.readModels();
    const { length } = await log();
    for (const other of rest) {
      const { tables, onlyHere, onlyThere } = compareReadModels(first, other, length);
      expect([onlyHere, onlyThere]).toEqual([[], []]);
      expect(tables.filter(({ differing }) => differing > 0)).toEqual([]);
      expect(tables.find(({ table }) => table === 'event')?.same).toBe(length);
    }
  }, 300_000);
});

const nameOf = (id: string) => `{ partner(id: "${id}") { name } }`;
const rename = (id: string, { to, seen }: { to: string; seen: number }) => `mutation {
  updatePartnerDetails(input: { partner: "${id}", name: "${to}", seenRevision: ${String(seen)} }) {
    ... on PartnerPayload { receipt { position } } ... on Refusal { rule code message } } }`;

/** Something that happens to one of them, while the others go on; what was stopped comes back. */
async function misfortune(fleet: Fleet, random: () => number): Promise<void> {
  const member = fleet.some(random());
  const what = random();
  await pause(500 + random() * 2_000);
  // A start costs a core for seconds, a frozen process nothing.
  if (what < 0.75) await fleet.whileFrozen(member, () => pause(300 + random() * 4_000));
  else {
    await fleet.end(member, what < 0.88 ? 'SIGKILL' : 'SIGTERM');
    await pause(random() * 3_000);
    await fleet.begin(member);
  }
}

/** The one that holds the lease in a later epoch than this. */
async function untilHeld(fleet: Fleet, after: number): Promise<{ member: Member; epoch: number }> {
  for (;;) {
    for (const member of fleet.members.filter(({ isFrozen }) => !isFrozen)) {
      const { isHeld, epoch } = await fleet.leaseTold(member);
      if (isHeld && epoch > after) return { member, epoch };
    }
    await pause(100);
  }
}

async function untilAtRest(log: () => Promise<Parameters<typeof isAtRest>[0]>): Promise<void> {
  while (!isAtRest(await log())) await pause(200);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
