import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { CommandGateway, Mandates, NoSnapshots, StoreTransactions } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { MemoryPrivateStore, MemorySessions } from '@tavolo/private-store';
import { FixedClock, FixedInstance, LaggingIndex } from '../../../command/test/sums.js';
import { BoundAccounts } from '../identity/accounts.js';
import type { Credential } from '../identity/claim-mapping.js';
import { ClosedLogins } from '../closing/closed-logins.js';
import { CLOSING_STREAM } from '../closing/closing.js';
import { Sessions } from '../session/sessions.js';
import { InvitationHandler } from './invitation.handler.js';
import type { InvitationRequest } from './invitation.handler.js';
import { InvitationRefused, Invitations } from './invitations.js';
import { LoginsOfInvited } from './logins-of-invited.js';

const named = (n: number) => `person-00000000-0000-4000-8000-00000000000${String(n)}` as PersonRef;
const [founder, ada, bo] = [named(1), named(2), named(3)];
const until = '2030-01-15T12:00:00.000Z' as Instant;
const now = '2030-01-01T12:00:00.000Z';
const auth = { issuer: 'test', assurance: 'none', authenticatedAt: '2030-01-01T11:50:00.000Z' };
const login = (subject: string) =>
  ({ issuer: 'https://issuer.example', subject, isService: false }) as Credential;

let store: MemoryEventStore;
let privateStore: MemoryPrivateStore;
let invitations: Invitations;
let accounts: BoundAccounts;
let closed: ClosedLogins;
let count = 0;

/** What everybody here holds: `held-<n>#1`, on every day. */
const mandates = new Mandates();
const mandateOf = (person: PersonRef) => `held-${person.slice(-1)}#1` as MandateRef;
mandates.register({
  category: 'held',
  find: (ref) => {
    const person = [founder, ada, bo].find((one) => mandateOf(one) === ref);
    const kind = person === founder ? 'founder' : 'seat';
    const held = { ref, kind, organisation: null, from: '2029-01-01' as LocalDate, until: null };
    const basis = { stream: ref.slice(0, ref.indexOf('#')), revision: 0 };
    return Promise.resolve(person ? { ...held, person, basis } : null);
  },
});

/** The secret of a new link for this person, as their address has it. */
async function link(person: PersonRef, by = founder, signedIn = auth): Promise<string> {
  count += 1;
  const commandId = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` as Uuid;
  const sender = { person: by, mandate: mandateOf(by), auth: signedIn };
  const issued = await invitations.issue({ mandate: mandateOf(person), until }, sender, {
    commandId,
  });
  if ('refusal' in issued) throw new InvitationRefused(issued.refusal);
  return issued.path.slice(issued.path.lastIndexOf('/') + 1);
}

/** Accepted at the same instant: who each login belongs to, or the code of the refusal. */
async function together(...pairs: readonly (readonly [string, Credential])[]) {
  return await outcomesOf(
    pairs.map(([token, credential]) => invitations.accept(token, credential)),
  );
}

async function outcomesOf(accepted: readonly Promise<PersonRef>[]) {
  const answers = await Promise.allSettled(accepted);
  return answers.map((answer) => {
    if (answer.status === 'fulfilled') return answer.value;
    if (answer.reason instanceof InvitationRefused) return answer.reason.refusal.code;
    throw answer.reason;
  });
}

async function bound(): Promise<number> {
  const events = await Array.fromAsync(store.readAll());
  return events.filter(({ type }) => type === 'LoginBound').length;
}

/** A server on the one log and the one private store that there are. */
function replica(): Invitations {
  const [clock, instance] = [new FixedClock(), new FixedInstance()];
  const index = new LaggingIndex();
  const transactions = new StoreTransactions({
    ...{ store, clock, instance, index, snapshots: new NoSnapshots() },
  });
  const sessions = new Sessions(
    new MemorySessions(),
    { idleMs: 1, absoluteMs: 1 },
    () => new Date(now),
  );
  const handler = new InvitationHandler(
    transactions,
    mandates,
    new LoginsOfInvited(transactions, accounts, sessions),
  );
  const bus = {
    execute: (request: InvitationRequest) => handler.execute(request),
  } as unknown as CommandBus;
  const policy = { hash: 'a'.repeat(64) as Sha256, ids: ['p'] };
  const gatekeeper = { admit: () => Promise.resolve({ policy, basis: [] }) };
  const parts = { bus, clock, gatekeeper, instance, mandates, privateStore, transactions };
  return new Invitations(new CommandGateway(parts), transactions, accounts);
}

beforeEach(() => {
  store = new MemoryEventStore();
  privateStore = new MemoryPrivateStore();
  closed = new ClosedLogins(store);
  accounts = new BoundAccounts(privateStore, closed);
  invitations = replica();
});

describe('logins that come at the same instant', () => {
  it('X-3: by several links for one person who has none: one is bound, the others are refused', async () => {
    const links = await Promise.all([link(ada), link(ada), link(ada), link(ada)]);
    const coming = links.map((one, n) => [one, login(`subject-${String(n)}`)] as const);
    const answers = await together(...coming);
    expect(answers.toSorted()).toStrictEqual([
      ...['SecondLoginByOneself', 'SecondLoginByOneself', 'SecondLoginByOneself', ada],
    ]);
    const holders = await Promise.all(coming.map(([, one]) => accounts.holderOf(one)));
    expect(holders).toStrictEqual(answers.map((answer) => (answer === ada ? ada : null)));
    expect(await bound()).toBe(1);
  });

  it('X-3: by two links on two servers: one is bound, the other is refused', async () => {
    const replicas = [replica(), replica()];
    const links = [await link(ada), await link(ada)];
    const coming = links.map((token, n) => ({ token, credential: login(`subject-${String(n)}`) }));
    const answers = await outcomesOf(
      coming.map(({ token, credential }, n) =>
        (replicas[n] ?? invitations).accept(token, credential),
      ),
    );
    expect(answers.toSorted()).toStrictEqual(['SecondLoginByOneself', ada]);
    const holders = coming.map(({ credential }) => accounts.holderOf(credential));
    expect((await Promise.all(holders)).toSorted()).toStrictEqual([null, ada]);
  });

  it('X-3: by a link of their own need a login of ten minutes at most', async () => {
    await together([await link(ada), login('first')]);
    const authenticatedAt = '2030-01-01T11:49:59.999Z';
    await expect(link(ada, ada, { ...auth, authenticatedAt })).rejects.toThrow(
      /^To bind another login/u,
    );
    await expect(link(ada, ada)).resolves.toMatch(/^[\w.-]+$/u);
    await expect(link(bo, bo, { ...auth, authenticatedAt })).resolves.toMatch(/^[\w.-]+$/u);
  });

  it('X-3: by links of their own are all bound', async () => {
    await together([await link(ada), login('first')]);
    const [one, other] = [await link(ada, ada), await link(ada, ada)];
    const answers = await together([one, login('second')], [other, login('third')]);
    expect(answers).toStrictEqual([ada, ada]);
    expect(await bound()).toBe(3);
  });

  it('X-5: as one login for two people: it is one’s, and refused to the other', async () => {
    const [first, second] = [await link(ada), await link(bo)];
    const one = login('subject');
    const answers = await together([first, one], [second, one]);
    expect(answers.toSorted()).toStrictEqual(['LoginOfAnother', await accounts.holderOf(one)]);
    expect(await bound()).toBe(1);
  });

  it('X-11: by one link: the first uses it', async () => {
    const token = await link(ada);
    const answers = await together([token, login('first')], [token, login('second')]);
    expect(answers.toSorted()).toStrictEqual(['InvitationLinkUsed', ada]);
    expect(await bound()).toBe(1);
  });
});

describe('logins that were discarded', () => {
  /** As another server writes it; this one hears of it when it reads on. */
  async function says(type: string, person: PersonRef): Promise<void> {
    count += 1;
    const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` as Uuid;
    const meta = { recordedAt: now, salt: '0'.repeat(32), commandId: id };
    const event = { id, type, schema: 1, data: { person }, meta } as unknown as NewEvent;
    await store.append(CLOSING_STREAM, [event], { expected: 'any' });
  }

  it('X-3, X-5: stay out for ever, while their person comes back by a new link and another login', async () => {
    const [old, other] = [login('old'), login('other')];
    await together([await link(ada), old]);
    await says('LoginsClosed', ada);
    await says('LoginsDiscarded', ada);
    const [first, second] = [await link(ada), await link(ada)];
    expect(await together([first, old])).toStrictEqual(['LoginDiscarded']);
    expect(await together([first, other])).toStrictEqual([ada]);
    expect(await together([second, login('third')])).toStrictEqual(['SecondLoginByOneself']);
    expect(await together([await link(bo), old])).toStrictEqual(['LoginOfAnother']);
    await closed.catchUp();
    expect([await accounts.holderOf(old), await accounts.holderOf(other)]).toEqual([
      ...[null, ada],
    ]);
    await says('LoginsClosed', ada);
    await says('LoginsReopened', ada);
    await closed.catchUp();
    expect([await accounts.holderOf(old), await accounts.holderOf(other)]).toEqual([
      ...[null, ada],
    ]);
  });
});
