import { someone } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import { amendment, cents, clause, condition, day, eligible, entry } from '../test/examples.js';
import { hash, inForce, mandate, otherAmendment, otherText, region } from '../test/examples.js';
import { signature, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementState } from './agreement.state.js';
import type { AmendmentChange } from './amendment.events.js';
import type { AgreementCommand } from './asked.commands.js';
import type { AgreementEvent } from './facts.events.js';

type Given = Pick<AgreementCommand, 'data' | 'type'>;

const amendments = [amendment, otherAmendment, condition] as const;
/** Each amendment has a text of its own; two of them are on one clause group. */
const texts = new Map(amendments.map((id, i) => [id, hash(100 + i)]));
const shares = [
  { partner: region, shareCents: cents(70_00) },
  { partner: town, shareCents: cents(50_00) },
];
const changes = new Map<string, AmendmentChange>([
  [amendment, { clauses: [{ ...clause, text: 'Altro testo.' }] }],
  [otherAmendment, { totalCents: cents(120_00), shares }],
  [condition, { clauses: [{ ...clause, text: 'Un testo ancora.' }] }],
]);
const textOf = (id: string) => texts.get(id) ?? otherText;

/** All that leads an amendment into force, in the order in which it does. */
function path(id: string): readonly Given[] {
  const of = { amendment: id };
  const change = changes.get(id) ?? {};
  const textSha256 = textOf(id);
  const freezing = { sha256: textSha256, mediaType: 'application/json', parent: null };
  const approve = (party: PartnerId) => ({
    type: 'ApproveAmendment',
    data: { ...of, party, textSha256, act: hash(20), date: day('2029-12-26'), body: 'Giunta' },
  });
  const number = { ...of, ...entry, protocolNo: id, protocolDate: day('2030-01-01') };
  return [
    {
      type: 'ProposeAmendment',
      data: { amends: 1, change, grounds: { newId: id, joining: [] } },
    },
    { type: 'SubmitForReview', data: of },
    { type: 'FreezeText', data: { ...of, grounds: freezing } },
    ...[approve(region), approve(town)],
    { type: 'OpenForSignature', data: { ...of, textSha256 } },
    ...[sign(id, region), sign(id, town)],
    { type: 'AskRegistration', data: of },
    { type: 'RegisterAgreement', data: { ...number, grounds: free } },
    { type: 'ConfirmRegistration', data: number },
    { type: 'BringIntoForce', data: of },
  ] as readonly Given[];
}

const free = { registerExists: true, heldBy: null };

function sign(id: string, party: PartnerId, textSha256 = textOf(id)): Given {
  const representations = [{ ...mandate, person: someone.by.person }];
  const about = { party: { ...eligible, representations }, signedOn: day('2030-01-01') };
  const grounds = { ...signature.grounds, ...about };
  const signedAt = '2030-01-01T10:00:00.000Z' as Instant;
  return {
    type: 'SignAgreement',
    data: { ...signature, amendment: id, party, textSha256, signedAt, grounds },
  };
}

const noise: readonly Given[] = [
  ...amendments.flatMap((id): readonly Given[] => [
    ...path(id),
    sign(id, town, otherText),
    { type: 'WithdrawAmendment', data: { amendment: id } },
    { type: 'RequestChanges', data: { amendment: id } },
    {
      type: 'InvalidateSignature',
      data: { amendment: id, party: region, textSha256: textOf(id), document: hash(71) },
    },
  ]),
  { type: 'SuspendAgreement', data: {} },
  { type: 'ResumeAgreement', data: {} },
];

/** The paths of all amendments, woven into each other, with noise in between. */
const sequences = fc
  .tuple(
    fc.shuffledSubarray(
      amendments.flatMap((id) => path(id).map(() => id)),
      {
        minLength: 3 * path(amendment).length,
      },
    ),
    fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...noise)), { maxLength: 12 }),
  )
  .map(([order, between]) => {
    const next = new Map<string, number>();
    const woven = order.flatMap((id): readonly Given[] => {
      const at = next.get(id) ?? 0;
      next.set(id, at + 1);
      return path(id).slice(at, at + 1);
    });
    return between.reduce<readonly Given[]>(
      (all, [at, command]) => [...all.slice(0, at), command, ...all.slice(at)],
      woven,
    );
  });

function play(commands: readonly Given[]) {
  const events: AgreementEvent[] = [...inForce];
  let state = events.reduce<AgreementState>(agreement.evolve, null);
  for (const command of commands) {
    const decision = agreement.decide({ ...someone, ...command } as AgreementCommand, state);
    if (decision.outcome === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce<AgreementState>(agreement.evolve, state);
  }
  if (state === null) throw new Error('it is in force');
  return { events, state };
}

type Amended = Extract<AgreementEvent, { type: 'AgreementAmended' }>;
const amendedIn = (events: readonly AgreementEvent[]) =>
  events.flatMap((event): readonly Amended['data'][] =>
    event.type === 'AgreementAmended' ? [event.data] : [],
  );

/** Who has a signature on a text at that point that was not voided since, without `evolve`. */
function signersBefore(events: readonly AgreementEvent[], { amendment: id }: Amended['data']) {
  const signers = new Map<PartnerId, string>();
  for (const { type, data } of events) {
    if (type === 'AgreementAmended' && data.amendment === id) return signers;
    if (type === 'AgreementSigned' && data.amendment === id) {
      signers.set(data.party, data.textSha256);
    }
    if (type === 'SignatureInvalidated' && data.amendment === id) signers.delete(data.party);
  }
  return signers;
}

describe('amendments under random orders of commands', () => {
  const settings = { seed: 20300101, numRuns: 400 };

  it('A-1: no version is in force without every party’s signature on its text', () => {
    let reached = 0;
    fc.assert(
      fc.property(sequences, (commands) => {
        const { events } = play(commands);
        for (const amended of amendedIn(events)) {
          const signers = signersBefore(events, amended);
          expect([...signers.keys()].toSorted()).toStrictEqual([region, town]);
          expect([...new Set(signers.values())]).toStrictEqual([amended.textSha256]);
          reached += 1;
        }
      }),
      settings,
    );
    // Else nothing was shown: amendments have to come into force often enough.
    expect(reached).toBeGreaterThan(50);
  });

  it('A-11: never two versions in force, and never two open on one clause group', () => {
    fc.assert(
      fc.property(sequences, (commands) => {
        const { events, state } = play(commands);
        const amended = amendedIn(events);
        expect(amended.map(({ version }) => version)).toStrictEqual(amended.map((_, i) => i + 2));
        const days = amended.map(({ from }) => from);
        expect(days).toStrictEqual(days.toSorted());
        expect(state.version).toBe(amended.length + 1);
        expect(amended.every(({ amends, version }) => amends < version)).toBe(true);
        let open = new Set<string>();
        for (const { type, data } of events) {
          if (type === 'AmendmentProposed') open = new Set([...open, data.amendment]);
          if (type === 'AmendmentWithdrawn' || type === 'AgreementAmended') {
            open = new Set([...open].filter((id) => id !== data.amendment));
          }
          expect(open.has(amendment) && open.has(condition)).toBe(false);
        }
      }),
      settings,
    );
  });

  it('A-8: in every version the shares add up to the total', () => {
    fc.assert(
      fc.property(sequences, (commands) => {
        const { events } = play(commands);
        let state: AgreementState = null;
        for (const event of events) {
          state = agreement.evolve(state, event);
          if (state === null || state.version === 0) continue;
          const sum = state.parties.reduce((total, { shareCents }) => total + shareCents, 0);
          expect(sum).toBe(state.totalCents);
        }
      }),
      settings,
    );
  });
});
