import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import fc from 'fast-check';
import { claim, claimDecider, claimStream, concealed } from './claim.js';

const given = specificationFor(claimDecider);
const [ours, theirs] = ['partner-1', 'partner-2'];
const held = { type: 'ValueClaimed', data: { holder: ours, kind: 'taxCode' } } as const;
const released = { type: 'ValueReleased', data: { holder: ours } } as const;
const take = (holder: string, kind: 'plan' | 'protocol' | 'taxCode' = 'taxCode') =>
  ({ type: 'Claim', data: { holder, kind } }) as const;
const giveBack = (holder: string) => ({ type: 'Release', data: { holder } }) as const;

describe('a claim', () => {
  it('PA-1: gives a tax code to the first partner that claims it', () =>
    given().when(take(ours)).then(held));

  it('PA-1: refuses it to a second one', () =>
    given(held).when(take(theirs)).thenRefused('TaxCodeTaken'));

  it('A-7: refuses a protocol number that another act bears', () =>
    given({ ...held, data: { holder: ours, kind: 'protocol' } })
      .when(take(theirs, 'protocol'))
      .thenRefused('ProtocolNumberTaken'));

  it('PL-1: refuses a second plan of a Region under a call', () =>
    given({ ...held, data: { holder: ours, kind: 'plan' } })
      .when(take(theirs, 'plan'))
      .thenRefused('PlanTaken'));

  it('adds nothing where its holder claims it again', () => given(held).when(take(ours)).then());

  it('is given back by its holder, and then free for another', () => {
    given(held).when(giveBack(ours)).then(released);
    given(held, released)
      .when(take(theirs))
      .then({ type: 'ValueClaimed', data: { holder: theirs, kind: 'taxCode' } });
  });

  it('X-11: is not given back by another', () =>
    given(held).when(giveBack(theirs)).thenRefused('HeldByAnother'));

  it('X-12: is not given back before it was ever claimed', () =>
    given().when(giveBack(ours)).thenRefused('NeverClaimed'));

  it('adds nothing where it was given back already', () =>
    given(held, released).when(giveBack(ours)).then());

  it('PA-1, X-11: property: is never held by two at once', () => {
    const step = fc.record({ take: fc.boolean(), who: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let state = claimDecider.initial;
        const holders = new Set<string>();
        for (const { take: takes, who } of steps) {
          const asked = takes ? take(who) : giveBack(who);
          const decision = claimDecider.decide({ ...asked, ...nobody }, state);
          if (decision.outcome === 'refused') continue;
          for (const event of decision.events) {
            if (event.type === 'ValueClaimed') holders.add(event.data.holder);
            else holders.delete(event.data.holder);
            state = claimDecider.evolve(state, event);
          }
          expect(holders.size).toBeLessThanOrEqual(1);
        }
        expect([...holders]).toStrictEqual(state.holder === null ? [] : [state.holder]);
      }),
    );
  });
});

const nobody = {
  at: '2030-01-01T12:00:00.000Z',
  today: '2030-01-01',
  by: { person: 'system:test', mandate: null, organisation: null },
} as unknown as Parameters<typeof claimDecider.decide>[0];

describe('the stream of a claim', () => {
  it('is one for one value, however it is written', () => {
    const stream = claimStream('protocol', 'R_LOMBAR/2018/00042');
    expect(stream).toBe('claim-protocol-r_lombar%2F2018%2F00042');
    expect(claimStream('protocol', '  r_lombar/2018/00042 ')).toBe(stream);
    expect(claimStream('protocol', 'R_LOMBAR/2018/00043')).not.toBe(stream);
    expect(claimStream('plan', 'R_LOMBAR/2018/00042')).not.toBe(stream);
  });

  it('belongs to the category of the aggregate and holds no sign that streams forbid', () => {
    expect(claimStream('plan', 'call-1 $ 03').startsWith(`${claim.category}-plan-`)).toBe(true);
    expect(claimStream('plan', 'call-1 $ 03')).not.toMatch(/[$\s]/u);
  });

  it('has a name of bounded length, and still its own', () => {
    const long = 'è'.repeat(500);
    expect(claimStream('protocol', long)).toMatch(/^claim-protocol-[0-9a-f]{64}$/u);
    expect(claimStream('protocol', `${long}!`)).not.toBe(claimStream('protocol', long));
  });

  it('X-9: says nothing of a tax code that is concealed', () => {
    const [secret, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const hidden = concealed(secret, 'rssmra80a01f205x');
    expect(hidden).toMatch(/^[0-9a-f]{64}$/u);
    expect(concealed(secret, ' RSSMRA80A01F205X')).toBe(hidden);
    expect(concealed(other, 'rssmra80a01f205x')).not.toBe(hidden);
  });
});
