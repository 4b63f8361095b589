import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import {
  CommandGateway,
  commandOf,
  CommandQueue,
  Mandates,
  NoSnapshots,
  StoreTransactions,
  TooManyCommands,
} from '@tavolo/command';
import type { Admitted, Discreet, Mandate, Sender } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import type { LocalDate, MandateRef, OrganisationId, PersonRef, Sha256 } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { FixedClock, FixedInstance, LaggingIndex, SumRequest, sums } from '../test/sums.js';

const ana = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const ref = 'partner-1#1' as MandateRef;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
const auth = { issuer: 'test', assurance: 'none' };
const begin = { aggregate: 'sum', type: 'Begin', target: null, data: {} };

let store: MemoryEventStore;
let gateway: CommandGateway;
let privateStore: MemoryPrivateStore;
let from: LocalDate;
let until: LocalDate | null;
let admitted: Admitted;
let kind: string;
let queue: CommandQueue;
let discreet: Discreet | null;

/** The day of the command is 1 January 2030. */
function mandate(): Mandate {
  return {
    ...{ ref, person: ana, organisation: 'partner-1' as OrganisationId, kind },
    ...{ from, until, basis: { stream: 'partner-1', revision: 3 } },
  };
}

const by = (changes: Partial<Sender> = {}): Sender => ({
  person: ana,
  mandate: ref,
  auth,
  ...changes,
});
const codeOf = async (sender: Sender, about: object = {}) => {
  const answer = await gateway.send(begin, sender, { commandId: uuid(1), ...about });
  return answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
};

describe('the gateway', () => {
  beforeEach(() => {
    from = '2029-01-01' as LocalDate;
    until = null;
    kind = 'signatory';
    discreet = null;
    admitted = { policy: { hash: 'a'.repeat(64) as Sha256, ids: ['p'] }, basis: [] };
    store = new MemoryEventStore();
    const [clock, instance] = [new FixedClock(), new FixedInstance()];
    const index = new LaggingIndex();
    const transactions = new StoreTransactions({
      ...{ store, clock, instance, index, snapshots: new NoSnapshots() },
    });
    const bus = {
      execute: (request: SumRequest) =>
        transactions.run(sums, request, () => ({ command: commandOf(request) })),
    } as unknown as CommandBus;
    const mandates = new Mandates();
    const find = (asked: MandateRef) => Promise.resolve(asked === ref ? mandate() : null);
    mandates.register({ category: 'partner', find });
    privateStore = new MemoryPrivateStore();
    const gatekeeper = { admit: () => Promise.resolve(admitted) };
    const parts = { bus, clock, gatekeeper, instance, mandates, privateStore, transactions };
    queue = new CommandQueue(3);
    gateway = new CommandGateway({ ...parts, queue });
    gateway.register({ ...sums, ofEffect: ['Add'] }, SumRequest, () => Promise.resolve(discreet));
  });

  it('takes on so many commands of people at once, and writes nothing of one more', async () => {
    const sent = [1, 2, 3, 4].map((n) => gateway.send(begin, by(), { commandId: uuid(n) }));
    const ofProcess = gateway.send(begin, by({ system: true }), { commandId: uuid(5) });
    await expect(sent[3]).rejects.toThrow(TooManyCommands);
    expect(queue).toMatchObject({ length: 3, turnedAway: 1 });
    const answers = await Promise.all([...sent.slice(0, 3), ofProcess]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'));
    expect(await Array.fromAsync(store.readAll())).toHaveLength(4);
    expect(queue.length).toBe(0);
    const again = await gateway.send(begin, by(), { commandId: uuid(4) });
    expect(again).toMatchObject({ outcome: 'accepted', receipt: { repeated: false } });
  });

  it('gives a place back also of what fails', async () => {
    const failing = gateway.send({ ...begin, aggregate: 'nothing' }, by(), { commandId: uuid(1) });
    await expect(failing).rejects.toThrow('nobody handles');
    expect(queue.length).toBe(0);
  });

  it('X-3: lets a mandate act until the end of its last day, and not on the day after', async () => {
    until = '2029-12-31' as LocalDate;
    expect(await codeOf(by())).toBe('MandateLapsed');
    until = '2030-01-01' as LocalDate;
    expect(await codeOf(by())).toBe('accepted');
  });

  it('X-3: lets a mandate act from its first day on, and not on the day before', async () => {
    from = '2030-01-02' as LocalDate;
    expect(await codeOf(by())).toBe('MandateNotYetValid');
    from = '2030-01-01' as LocalDate;
    expect(await codeOf(by())).toBe('accepted');
  });

  it('X-3: refuses the mandate of somebody else, one that is not there, and none', async () => {
    const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
    expect(await codeOf(by({ person: bo }))).toBe('MandateUnknown');
    expect(await codeOf(by({ mandate: 'partner-1#2' as MandateRef }))).toBe('MandateUnknown');
    expect(await codeOf(by({ mandate: null }))).toBe('MandateUnknown');
    expect(await codeOf(by())).toBe('accepted');
  });

  it('X-3: refuses what the policies keep out, and writes into the event by which it was let in', async () => {
    const refusal = { rule: 'X-3', code: 'NotPermitted', it: '', en: '', details: {} } as const;
    const before = admitted;
    admitted = { refusal };
    expect(await codeOf(by())).toBe('NotPermitted');
    admitted = { ...before, basis: [{ stream: 'network-1', revision: 7 }] };
    expect(await codeOf(by())).toBe('accepted');
    for await (const { meta } of store.readAll()) {
      expect(meta.policy).toStrictEqual({ hash: 'a'.repeat(64), ids: ['p'] });
      expect(meta.basis).toStrictEqual([
        { stream: 'partner-1', revision: 3 },
        { stream: 'network-1', revision: 7 },
      ]);
    }
  });

  it('X-3: says what a discreet act keeps out to nobody whom mandate or policies keep out', async () => {
    const refusal = { rule: 'D-3', code: 'GroundsDisclose', it: '', en: '', details: {} } as const;
    discreet = { data: {}, refusal };
    expect(await codeOf(by({ mandate: null }))).toBe('MandateUnknown');
    const before = admitted;
    admitted = { refusal: { rule: 'X-3', code: 'NotPermitted', it: '', en: '', details: {} } };
    expect(await codeOf(by())).toBe('NotPermitted');
    admitted = before;
    const texts: string[] = [];
    privateStore.putText = (_key, text) => Promise.resolve(String(texts.push(text)));
    expect(await codeOf(by(), { reason: 'Perché no.' })).toBe('GroundsDisclose');
    expect(texts).toStrictEqual([]);
    discreet = { data: {}, refusal: null };
    expect(await codeOf(by())).toBe('accepted');
  });

  it('X-12: answers whom policies keep out of what is not there for them as if it did not exist', async () => {
    const begun = await gateway.send(begin, by(), { commandId: uuid(1) });
    const target = begun.outcome === 'accepted' ? begun.receipt.stream : '';
    const asked: string[] = [];
    let isThere = false;
    gateway.hides({
      isThere: (object, { person }) => {
        asked.push(`${object} ${person}`);
        return Promise.resolve(isThere);
      },
    });
    const note = { ...begin, type: 'Note', target };
    const noted = () => gateway.send(note, by(), { commandId: uuid(2) });
    const before = admitted;
    admitted = { refusal: { rule: 'X-3', code: 'NotPermitted', it: '', en: '', details: {} } };
    expect(await noted()).toMatchObject({ refusal: { code: 'Unknown', details: { id: target } } });
    expect(asked).toStrictEqual([`${target} ${ana}`]);
    expect(await codeOf(by(), { commandId: uuid(3) })).toBe('NotPermitted'); // Founds something.
    isThere = true;
    expect(await noted()).toMatchObject({ refusal: { code: 'NotPermitted' } });
    admitted = before;
    isThere = false;
    expect(await noted()).toMatchObject({ outcome: 'accepted' });
  });

  it('X-3: no mandate of an auditor reaches a handler, whatever the policies say', async () => {
    kind = 'auditor';
    expect(await codeOf(by())).toBe('AuditorsWriteNothing');
    kind = 'signatory';
    expect(await codeOf(by())).toBe('accepted');
  });

  it('X-3: names the mandate, its organisation and its stream in the event', async () => {
    await codeOf(by());
    for await (const { meta } of store.readAll()) {
      expect(meta.actor).toStrictEqual({
        ...{ personRef: ana, mandateRef: ref, organisationId: 'partner-1' },
      });
      expect(meta.basis).toStrictEqual([{ stream: 'partner-1', revision: 3 }]);
    }
  });

  it('X-2: refuses a person an effect dated back without ground, and takes it of a late timer', async () => {
    const effectiveOn = '2029-12-01' as LocalDate;
    expect(await codeOf(by(), { effectiveOn })).toBe('BackdatedWithoutGround');
    const timer = { person: 'system:terms' as PersonRef, mandate: null, auth, system: true };
    expect(await codeOf(timer, { effectiveOn })).toBe('accepted');
    for await (const { meta } of store.readAll()) expect(meta.effectiveOn).toBe(effectiveOn);
  });

  it('X-4: asks an act of effect for a reason and a document, and no other act', async () => {
    const begun = await gateway.send(begin, by(), { commandId: uuid(1) });
    const target = begun.outcome === 'accepted' ? begun.receipt.stream : null;
    const add = { ...begin, type: 'Add', target, data: { n: 1 } };
    const added = async (about: object) => {
      const answer = await gateway.send(add, by(), { commandId: uuid(2), ...about });
      return answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
    };
    const bytes = (async function* () {
      yield await Promise.resolve(Buffer.from('act'));
    })();
    const about = { mediaType: 'application/pdf', maxBytes: 100 };
    const document = { sha256: (await privateStore.putDocument(bytes, about)).sha256 };
    expect(await added({})).toBe('ReasonMissing');
    expect(await added({ documents: [document] })).toBe('ReasonMissing');
    expect(await added({ reason: 'as decided' })).toBe('DocumentMissing');
    expect(await added({ reason: 'as decided', documents: [document] })).toBe('accepted');
  });

  it('X-8: does once what is asked twice at the same time', async () => {
    const about = { commandId: uuid(1) };
    const answers = await Promise.all([1, 2, 3].map(() => gateway.send(begin, by(), about)));
    const repeated = answers.map((answer) => 'receipt' in answer && answer.receipt.repeated);
    expect(repeated).toStrictEqual([false, true, true]);
  });

  it('X-13: refuses one commandId for two commands, also given at the same time', async () => {
    const other = { ...begin, target: 'sum-00000000-0000-4000-8000-000000000009' };
    const about = { commandId: uuid(1) };
    const answers = await Promise.all([
      gateway.send(begin, by(), about),
      gateway.send(other, by(), about),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toStrictEqual(['accepted', 'refused']);
    expect(answers[1]).toMatchObject({ refusal: { rule: 'X-13' } });
  });

  it('X-3: gives back the first answer although the mandate has lapsed since', async () => {
    expect(await codeOf(by())).toBe('accepted');
    until = '2029-12-31' as LocalDate;
    expect(await codeOf(by())).toBe('accepted');
    expect(await codeOf(by(), { commandId: uuid(2) })).toBe('MandateLapsed');
  });
});
