import { someone } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PartnerId } from '@tavolo/partners';
import type { SignAgreement } from './agreement.commands.js';
import type { AgreementCommand } from './asked.commands.js';
import type { AgreementEvent } from './facts.events.js';
import { cents, clause, condition, day, drafted, eligible, entry } from '../test/examples.js';
import { friends, hash, mandate, otherText, region, signature } from '../test/examples.js';
import { text, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementState } from './agreement.state.js';

type Given = Pick<AgreementCommand, 'data' | 'type'>;

const { kind, title, totalCents, start, end } = drafted.data;
const terms = { kind, title, totalCents, start, end };
const conditional = { conditions: ['CUP'], grounds: { newIds: [condition], missing: null } };
const add = (partner: PartnerId): Given => {
  const party = { partner, shareCents: cents(50_00), role: 'partner' } as const;
  return { type: 'AddParty', data: { ...party, grounds: { partner: { isPublic: true } } } };
};
const freeze = (sha256 = text): Given => {
  const ground = { sha256, mediaType: 'application/json', parent: null };
  return { type: 'FreezeText', data: { grounds: ground } };
};
const approve = (party: PartnerId, textSha256 = text): Given => {
  const act = { act: hash(20), date: day('2029-12-01'), body: 'Giunta' };
  return { type: 'RecordPartyApproval', data: { party, textSha256, ...act } };
};
const open = (textSha256 = text): Given => ({ type: 'OpenForSignature', data: { textSha256 } });
const sign = (party: PartnerId, change: Partial<SignAgreement['data']> = {}): Given => {
  const representations = [{ ...mandate, person: someone.by.person }];
  const grounds = { ...signature.grounds, party: { ...eligible, representations } };
  return { type: 'SignAgreement', data: { ...signature, party, grounds, ...change } };
};
const lapsed = { ...signature.grounds, party: { ...eligible, representations: [] } };
const register: Given = {
  type: 'RegisterAgreement',
  data: { ...entry, grounds: { registerExists: true, heldBy: null } },
};
const met: Given = {
  type: 'RecordConditionMet',
  data: { condition, document: hash(60), metOn: day('2029-12-28') },
};
const bare = (type: 'AskRegistration' | 'BringIntoForce' | 'RequestChanges' | 'SubmitForReview') =>
  ({ type, data: {} }) as Given;

/** All that leads into force, in the order in which it does. */
const path: readonly Given[] = [
  { type: 'DraftAgreement', data: { ...terms, ...conditional } },
  ...[add(region), add(town), { type: 'ReviseText', data: { clauses: [clause] } } as Given],
  ...[bare('SubmitForReview'), freeze(), approve(region), approve(town), open()],
  ...[sign(region), sign(town), bare('AskRegistration'), register],
  ...[{ type: 'ConfirmRegistration', data: entry } as Given, met, bare('BringIntoForce')],
];
/** What may come in between: steps too early or again, another text, a third party, no mandate. */
const noise: readonly Given[] = [
  ...path,
  ...[freeze(otherText), approve(town, otherText), open(otherText), bare('RequestChanges')],
  ...[sign(region, { textSha256: otherText }), sign(town, { grounds: lapsed }), sign(friends)],
  ...[add(friends), { type: 'RemoveParty', data: { partner: town } } as Given],
];

/** Every step of the path, each after some noise; now and then a step is left out. */
const sequences = fc
  .array(fc.tuple(fc.array(fc.constantFrom(...noise), { maxLength: 2 }), fc.nat(20)), {
    minLength: path.length,
    maxLength: path.length,
  })
  .map((steps) =>
    steps.flatMap(([before, luck], i) => [...before, ...(luck === 0 ? [] : path.slice(i, i + 1))]),
  );

function play(commands: readonly Given[]): readonly AgreementEvent[] {
  const at = { ...someone, today: day('2029-12-20'), at: '2030-01-01T12:00:00.000Z' };
  const events: AgreementEvent[] = [];
  let state: AgreementState = agreement.initial;
  for (const command of commands) {
    const today = command.type === 'OpenForSignature' ? at.today : someone.today;
    const decision = agreement.decide({ ...at, today, ...command } as AgreementCommand, state);
    if (decision.outcome === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce<AgreementState>(agreement.evolve, state);
  }
  return events;
}

/** Parties and signatures of the text in force, found without the help of `evolve`. */
function inForce(events: readonly AgreementEvent[]) {
  const parties = new Set<PartnerId>();
  const signedTexts = new Map<PartnerId, string[]>();
  for (const { type, data } of events) {
    if (type === 'AgreementPartyAdded') parties.add(data.partner);
    if (type === 'AgreementPartyRemoved') parties.delete(data.partner);
    if (type === 'AgreementSigned') {
      const known = signedTexts.get(data.party) ?? [];
      signedTexts.set(data.party, [...known, data.textSha256]);
    }
  }
  const is = (type: AgreementEvent['type']) => events.some((event) => event.type === type);
  return { parties, signedTexts, is };
}

describe('A-1 and A-6 under random orders of commands', () => {
  it('A-1: never in force without every party’s signature on one text', () => {
    let reached = 0;
    fc.assert(
      fc.property(sequences, (commands) => {
        const { parties, signedTexts, is } = inForce(play(commands));
        const signed = [...parties].map((party) => signedTexts.get(party) ?? []);
        const complete =
          parties.size >= 2 &&
          signed.every((texts) => texts.length === 1) &&
          new Set(signed.flat()).size === 1;
        expect(!is('AgreementEnteredIntoForce') || complete).toBe(true);
        expect(is('AgreementFullySigned')).toBe(signedTexts.size > 0 && complete);
        if (is('AgreementEnteredIntoForce')) reached += 1;
      }),
      { seed: 20291220, numRuns: 500 },
    );
    // Else nothing was shown: the path has to be walked to its end often enough.
    expect(reached).toBeGreaterThan(20);
  });

  it('A-6: never in force before registration and conditions', () => {
    fc.assert(
      fc.property(sequences, (commands) => {
        const types = play(commands).map(({ type }) => type);
        const at = types.indexOf('AgreementEnteredIntoForce');
        for (const needed of ['AgreementRegistered', 'PrecedentConditionMet'] as const) {
          const before = types.indexOf(needed);
          expect(at < 0 || (before >= 0 && before < at)).toBe(true);
        }
        expect(types.filter((type) => type === 'AgreementEnteredIntoForce').length).toBeLessThan(2);
      }),
      { seed: 20291220, numRuns: 500 },
    );
  });
});
