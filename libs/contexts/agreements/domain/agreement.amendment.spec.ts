import type { DecisionId } from '@tavolo/boards';
import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import {
  of,
  wording,
  later,
  propose,
  submit,
  submitted,
  frozen,
  bring,
  amended,
  stateOf,
} from '../test/amendments.js';
import {
  amendedText,
  amendment,
  amendmentCycle,
  amendmentProposed,
  cents,
  clause,
  day,
  entry,
  friends,
  hash,
  inForce,
  otherAmendment,
  region,
  signature,
  stranger,
  toRegister,
  text,
  town,
} from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AmendmentChange } from './amendment.events.js';
import type { AgreementEvent } from './facts.events.js';

const given = specificationFor(agreement);

describe('A-11: an amendment', () => {
  it('A-11: names the version it amends, the one in force', () => {
    given(...inForce)
      .when(propose(wording, { amends: 2 }))
      .thenRefused('OtherVersionInForce');
    given(...inForce)
      .when(propose())
      .then(amendmentProposed(wording));
    given(...inForce, amendmentProposed(), ...amendmentCycle(), amended())
      .when(propose())
      .thenRefused('OtherVersionInForce');
  });
  it('A-13, A-8, X-12: of a costed extension lays the money on the parties, and moves the end forward', () => {
    const decision = 'decision-1' as DecisionId;
    const extend = (end: string, partner = town) => {
      const shares = [{ partner, addedCents: cents(10_00) }];
      const grounds = { newId: amendment };
      const data = { end: day(end), shares, decision, grounds };
      return { type: 'ProposeExtension', data } as const;
    };
    const shares = [{ partner: town, shareCents: cents(60_00) }];
    const dearer = { totalCents: cents(110_00), shares };
    const proposed = (change: AmendmentChange): AgreementEvent => ({
      type: 'AmendmentProposed',
      data: { amendment, amends: 1, change, decision },
    });
    const asked = given(...inForce);
    asked.when(extend('2032-12-31')).then(proposed({ ...dearer, end: day('2032-12-31') }));
    asked.when(extend('2031-12-31')).then(proposed(dearer));
    asked.when(extend('2032-12-31', stranger)).thenRefused('NotAParty');
    given(...inForce, amendmentProposed(later))
      .when(extend('2032-12-31'))
      .thenRefused('GroupAlreadyOpen');
  });
  it('A-11: one is open on each clause group, another group is free', () => {
    const newId = otherAmendment;
    const other = { grounds: { newId, joining: [] } };
    given(...inForce, amendmentProposed())
      .when(propose(wording, other))
      .thenRefused('GroupAlreadyOpen');
    given(...inForce, amendmentProposed())
      .when(propose(later, other))
      .thenRepeatably(amendmentProposed(later, newId));
  });
  it('A-11: clauses of one group are one matter', () => {
    const [one, two] = [hash(1), hash(2)].map((id) => ({ ...clause, id, group: 'durata' }));
    if (!one || !two) throw new Error('two clauses');
    given(...inForce, amendmentProposed({ clauses: [one] }))
      .when(propose({ clauses: [two] }))
      .thenRefused('GroupAlreadyOpen');
    given(...inForce, amendmentProposed({ clauses: [one] }))
      .when(propose({ clauses: [{ ...two, group: 'oggetto' }] }))
      .thenRepeatably(amendmentProposed({ clauses: [{ ...two, group: 'oggetto' }] }));
  });
  it('A-11: who the parties are is everybody’s matter', () => {
    given(...inForce, amendmentProposed())
      .when(propose({ leave: [town] }))
      .thenRefused('GroupAlreadyOpen');
    given(...inForce)
      .when(propose({ leave: [town] }))
      .then(amendmentProposed({ leave: [town] }));
  });
  it('A-11, X-11: a revised one keeps off the groups of others', () => {
    const revise = (change: AmendmentChange) =>
      ({ type: 'ReviseAmendment', data: { ...of, change, grounds: { joining: [] } } }) as const;
    const both = [...inForce, amendmentProposed(), amendmentProposed(later, otherAmendment)];
    given(...both)
      .when(revise(later))
      .thenRefused('GroupAlreadyOpen');
    given(...both)
      .when(revise({ title: 'Altro titolo' }))
      .thenRepeatably({
        type: 'AmendmentRevised',
        data: { ...of, change: { title: 'Altro titolo' }, decision: null },
      });
    given(...both, submitted)
      .when(revise(wording))
      .thenRefused('WrongState');
  });
  it('A-10, X-11: is begun within the term, and goes no further after it', () => {
    const after = { today: day('2032-01-01') };
    given(...inForce)
      .when({ ...propose(), ...after })
      .thenRefused('TermAlreadyOver');
    given(...inForce, amendmentProposed())
      .when({ ...submit, ...after })
      .thenRefused('TermAlreadyOver');
    given(...inForce, amendmentProposed())
      .when({ ...submit, today: day('2031-12-31') })
      .then(submitted);
  });
  it('X-11: changes something of what is in force', () => {
    given(...inForce)
      .when(propose({}))
      .thenRefused('NothingAmended');
    given(...toRegister)
      .when(propose())
      .thenRefused('WrongState');
  });
  it('X-12, X-11: changes what is there', () => {
    const changes: readonly [AmendmentChange, string][] = [
      [{ dropped: [hash(5)] }, 'UnknownClause'],
      [{ leave: [friends] }, 'NotAParty'],
      [{ shares: [{ partner: friends, shareCents: cents(1) }] }, 'NotAParty'],
      [{ clauses: [clause, clause] }, 'ClauseTwice'],
      [{ end: day('2028-01-01') }, 'EndBeforeStart'],
    ];
    for (const [change, code] of changes) {
      given(...inForce)
        .when(propose(change))
        .thenRefused(code);
    }
    given(...inForce)
      .when(submit)
      .thenRefused('UnknownAmendment');
  });
  it('X-12, X-11: lets in who exists and is no party yet', () => {
    const join = (partner = friends) => [
      { partner, shareCents: cents(0), role: 'partner' } as const,
    ];
    const known = { newId: amendment, joining: [{ isPublic: false }] };
    given(...inForce)
      .when(propose({ join: join(stranger) } as never, { grounds: { ...known, joining: [null] } }))
      .thenRefused('UnknownObject');
    given(...inForce)
      .when(propose({ join: join(town) } as never, { grounds: known }))
      .thenRefused('AlreadyAParty');
    given(...inForce)
      .when(propose({ join: join() } as never, { grounds: known }))
      .then(amendmentProposed({ join: join().map((each) => ({ ...each, publicBody: false })) }));
  });
  it('X-11, X-12: is withdrawn as long as not all have signed', () => {
    const withdraw = { type: 'WithdrawAmendment', data: of } as const;
    given(...inForce, amendmentProposed(), submitted, frozen())
      .when(withdraw)
      .then({ type: 'AmendmentWithdrawn', data: { ...of, frozenVersion: 2 } });
    given(...inForce, amendmentProposed(), ...amendmentCycle())
      .when(withdraw)
      .thenRefused('WrongState');
  });
});

describe('the cycle of an amendment', () => {
  const cycle = amendmentCycle();
  const step = (n: number) => {
    const event = cycle[n];
    if (!event) throw new Error(`there is no step ${String(n)}`);
    return event;
  };
  const upTo = (count: number) => [...inForce, amendmentProposed(), ...cycle.slice(0, count)];
  const sign = (textSha256 = amendedText) => {
    const given_ = { ...signature, signedAt: signature.signedAt.replace('12-20', '12-28') };
    const grounds = { ...signature.grounds, signedOn: day('2029-12-28') };
    return { type: 'SignAgreement', data: { ...given_, ...of, textSha256, grounds } } as never;
  };

  it('A-1, X-11: is signed on its own text, not on the one in force', () => {
    given(...upTo(5))
      .when(sign(text))
      .thenRefused('TextDiffers');
    given(...upTo(5))
      .when(sign())
      .then(step(5));
  });
  it('A-4, X-11, X-12: each administration approves it by an act of its own', () => {
    const { data } = step(3);
    const approve = { type: 'ApproveAmendment', data } as never;
    const open = { type: 'OpenForSignature', data: { ...of, textSha256: amendedText } } as const;
    given(...upTo(3))
      .when(open)
      .thenRefused('ApprovalMissing');
    given(...upTo(3))
      .when(approve)
      .then(step(3));
    given(...inForce)
      .when(approve)
      .thenRefused('UnknownAmendment');
    given(...upTo(4))
      .when({ ...open, today: day('2029-12-27') })
      .then(step(4));
  });
  it('A-7, X-11: has a protocol number of its own', () => {
    const number = { ...of, ...entry, protocolNo: '4720/2029', protocolDate: day('2029-12-30') };
    given(...upTo(9))
      .when({
        type: 'RegisterAgreement',
        data: { ...number, grounds: { registerExists: true, heldBy: null } },
      })
      .then({ type: 'AgreementRegistrationProposed', data: number });
  });
  it('A-11, X-11, X-12: the version before stays in force until it is complete, then never again', () => {
    cycle.forEach((_, last) => {
      const { status, version, clauses } = stateOf(...upTo(last + 1));
      expect({ status, version, clauses }).toStrictEqual({
        ...{ status: 'InForce', version: 1, clauses: [clause] },
      });
    });
    given(...upTo(9))
      .when(bring())
      .thenRefused('WrongState');
    given(...upTo(10))
      .when(bring())
      .then(amended());
    const { version, clauses, frozen: now } = stateOf(...upTo(10), amended());
    expect({ version, clauses, text: now?.sha256 }).toStrictEqual({
      ...{ version: 2, clauses: wording.clauses, text: amendedText },
    });
  });
  it('A-10: takes effect within the term, recorded later or not', () => {
    const { data } = step(9);
    const tooLate = {
      ...cycle[9],
      data: { ...data, protocolDate: '2032-01-01' },
    } as AgreementEvent;
    given(...upTo(9), tooLate)
      .when(bring())
      .thenRefused('TermAlreadyOver');
  });
  it('A-6, X-12: never before the version whose place it takes', () => {
    const other = amendmentProposed(later, otherAmendment);
    const before = amended({ amendment: otherAmendment, from: day('2031-01-01') });
    given(...inForce, amendmentProposed(), other, ...cycle, before)
      .when(bring())
      .then(amended({ version: 3, from: day('2031-01-01'), end: later.end }));
  });
  it('A-1, X-11, X-12: who joins signs, and who leaves signs and is gone', () => {
    const joins = { partner: friends, shareCents: cents(50_00), role: 'partner' } as const;
    const change: AmendmentChange = { leave: [town], join: [{ ...joins, publicBody: false }] };
    const history = [...inForce, amendmentProposed(change), ...cycle.slice(0, 7)];
    const fully = history.at(-1);
    expect(fully?.type).toBe('AgreementSigned');
    given(...history)
      .when({ type: 'AskRegistration', data: of })
      .thenRefused('WrongState');
    given(...inForce, amendmentProposed(change), ...cycle)
      .when(bring())
      .then(amended({ parties: [region, friends] }));
  });
});
