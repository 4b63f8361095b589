import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { ParentGround } from './agreement.commands.js';
import type { AgreementEvent } from './facts.events.js';
import { added, cents, clause, condition, day, drafted } from '../test/examples.js';
import { draftedAs, frozen, frozenUnderParent, hash, network } from '../test/examples.js';
import { opened, openToSign, parent, plan, region, revised } from '../test/examples.js';
import { stranger, submitted, text, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import { checklistTopics } from './checklist.js';
import type { ChecklistTopic } from './checklist.js';

const given = specificationFor(agreement);
const founding = { kind: 'partnershipAgreement', title: 'Accordo di partenariato' } as const;
const term = { start: drafted.data.start, end: drafted.data.end, totalCents: cents(100_00) };
const grounds = { newIds: [], missing: null };
const wanted = { ...founding, ...term, network, plan, grounds };
const draft = (data: object = {}) =>
  ({ type: 'DraftAgreement', data: { ...wanted, ...data } }) as const;
const add = (partner = region, isPublic: boolean | null = true) => {
  const ground = { partner: isPublic === null ? null : { isPublic } };
  const data = { partner, shareCents: cents(50_00), role: 'partner', grounds: ground } as const;
  return { type: 'AddParty', data } as const;
};
const freeze = (ground: ParentGround | null = null, sha256 = text) => {
  const data = { grounds: { sha256, mediaType: 'application/json', parent: ground } };
  return { type: 'FreezeText', data } as const;
};
const revise = (data: object) => ({ type: 'ReviseText', data }) as const;
const remove = (partner = region) => ({ type: 'RemoveParty', data: { partner } }) as const;
const changes = { type: 'RequestChanges', data: {} } as const;
const changesRequested = (frozenVersion: number | null): AgreementEvent => ({
  type: 'AgreementChangesRequested',
  data: { frozenVersion },
});

const reviewed = [drafted, added(region), added(town), revised, submitted];
const child = [draftedAs({ parent }), added(region), added(town), revised, submitted];
const settled: ParentGround = {
  status: 'OpenForSignature',
  end: term.end,
  residualCents: cents(100_00),
};

describe('a draft', () => {
  it('X-11: is founded with its amounts and dates', () => given().when(draft()).then(drafted));
  it('X-11: is founded once', () => given(drafted).when(draft()).thenRefused('AlreadyDrafted'));
  it('X-11: names its conditions, each under an id of its own', () =>
    given()
      .when(draft({ conditions: ['CUP'], grounds: { newIds: [condition], missing: null } }))
      .then(draftedAs({ conditions: [{ id: condition, title: 'CUP' }] })));
  it('X-12: rests only on what exists', () =>
    given()
      .when(draft({ grounds: { newIds: [], missing: plan } }))
      .thenRefused('UnknownObject'));
  it('X-11: does not end before it starts', () =>
    given()
      .when(draft({ end: day('2028-12-31') }))
      .thenRefused('EndBeforeStart'));
  it('X-11: may last one day', () =>
    given()
      .when(draft({ end: term.start }))
      .then(draftedAs({ end: term.start })));
  it('N-3: a network agreement names its network', () =>
    given()
      .when(draft({ kind: 'networkAgreement', network: undefined }))
      .thenRefused('NetworkMissing'));
  it('N-3, X-11: others need none', () =>
    given()
      .when(draft({ kind: 'memorandum', network: undefined }))
      .then(draftedAs({ kind: 'memorandum', network: null })));
  it('X-12: nothing happens to one that was never drafted', () =>
    given().when(add()).thenRefused('UnknownAgreement'));
});

describe('parties and text of a draft', () => {
  it('X-11: gains a party', () => given(drafted).when(add()).then(added(region)));
  it('X-11: remembers who is no administration', () =>
    given(drafted)
      .when(add(region, false))
      .then(added(region, { publicBody: false })));
  it('X-12: a party exists', () =>
    given(drafted).when(add(stranger, null)).thenRefused('UnknownObject'));
  it('X-11: a party is one only once', () =>
    given(drafted, added(region)).when(add()).thenRefused('AlreadyAParty'));
  it('X-11, X-12: loses a party, which may come back', () => {
    const removed: AgreementEvent = { type: 'AgreementPartyRemoved', data: { partner: region } };
    given(drafted, added(region)).when(remove()).then(removed);
    given(drafted, added(region), removed).when(add()).then(added(region));
  });
  it('X-12: only a party can be removed', () =>
    given(drafted, added(region)).when(remove(town)).thenRefused('NotAParty'));
  it('is revised clause by clause, the rest staying as it is', () =>
    given(drafted)
      .when(revise({ clauses: [clause] }))
      .thenRepeatably(revised));
  it('is revised in amount and term, the clauses staying', () =>
    given(drafted, revised)
      .when(revise({ totalCents: cents(1), end: day('2030-01-01'), titleEn: 'Agreement' }))
      .thenRepeatably({
        type: 'AgreementTextRevised',
        data: {
          ...{ title: founding.title, titleEn: 'Agreement', totalCents: cents(1) },
          ...{ start: term.start, end: day('2030-01-01'), clauses: [clause] },
        },
      }));
  it('X-11: a clause has one id', () =>
    given(drafted)
      .when(revise({ clauses: [clause, clause] }))
      .thenRefused('ClauseTwice'));
  it('X-11: a revision does not turn the term around', () =>
    given(drafted)
      .when(revise({ end: day('2028-12-31') }))
      .thenRefused('EndBeforeStart'));
  it('X-11: is not changed under review', () => {
    given(...reviewed)
      .when(revise({ clauses: [] }))
      .thenRefused('WrongState');
    given(...reviewed)
      .when(add(stranger))
      .thenRefused('WrongState');
  });
  it('A-2: is not changed once it is open for signature', () => {
    for (const edit of [revise({ clauses: [] }), add(stranger), remove()]) {
      given(...openToSign)
        .when(edit)
        .thenRefused('TextImmutable');
    }
  });
});

describe('review', () => {
  it('X-11: begins with the draft', () =>
    given(drafted).when({ type: 'SubmitForReview', data: {} }).then(submitted));
  it('X-11: begins once', () =>
    given(...reviewed)
      .when({ type: 'SubmitForReview', data: {} })
      .thenRefused('WrongState'));
  it('X-11: sends the draft back', () =>
    given(...reviewed)
      .when(changes)
      .then(changesRequested(null)));
  it('X-11: sends a frozen text back and says which', () =>
    given(...reviewed, frozen)
      .when(changes)
      .then(changesRequested(1)));
  it('X-11: a draft needs no sending back', () =>
    given(drafted).when(changes).thenRefused('WrongState'));
  it('A-2, X-11: no change once it is open for signature', () =>
    given(...openToSign)
      .when(changes)
      .thenRefused('WrongState'));
});

describe('freezing the text', () => {
  it('X-11: fixes the hash that is signed', () =>
    given(...reviewed)
      .when(freeze())
      .then(frozen));
  it('X-11: counts its versions', () =>
    given(...reviewed, frozen, changesRequested(1), submitted)
      .when(freeze(null, hash(5)))
      .then({
        type: 'AgreementTextFrozen',
        data: {
          ...{ version: 2, sha256: hash(5), mediaType: 'application/json', parent: null },
          ...{ totalCents: cents(100_00), end: term.end },
        },
      }));
  it('X-11: comes after the review', () =>
    given(drafted, added(region), added(town), revised).when(freeze()).thenRefused('WrongState'));
  it('A-1: needs two parties', () =>
    given(drafted, added(region, { shareCents: cents(100_00) }), revised, submitted)
      .when(freeze())
      .thenRefused('TooFewParties'));
  it('A-8: the shares make the total, one cent more or less does not', () => {
    for (const shareCents of [cents(49_99), cents(50_01)]) {
      given(drafted, added(region), added(town, { shareCents }), revised, submitted)
        .when(freeze())
        .thenRefused('SharesDiffer');
    }
  });
  it('X-11, X-6: an empty text is not frozen, unless a PDF holds it and nothing but a PDF', () => {
    const empty = [drafted, added(region), added(town), submitted];
    given(...empty)
      .when(freeze())
      .thenRefused('TextEmpty');
    const { grounds: ground } = freeze().data;
    given(...empty)
      .when({ type: 'FreezeText', data: { textSha256: text, grounds: ground } })
      .thenRefused('NotAPdf');
    const pdf = { ...ground, mediaType: 'application/pdf' };
    given(...empty)
      .when({ type: 'FreezeText', data: { textSha256: text, grounds: pdf } })
      .then({
        type: 'AgreementTextFrozen',
        data: {
          ...{ version: 1, sha256: text, mediaType: 'application/pdf', parent: null },
          ...{ totalCents: cents(100_00), end: term.end },
        },
      });
  });
});

describe('A-9: the mandatory content of a grant', () => {
  const rest = checklistTopics.slice(1);
  const covering = (covers: readonly ChecklistTopic[]): AgreementEvent => ({
    type: 'AgreementTextRevised',
    data: { title: founding.title, ...term, clauses: [{ ...clause, covers }] },
  });
  const grant = (covers: readonly ChecklistTopic[]) => [
    draftedAs({ kind: 'grantAgreement' }),
    added(region),
    added(town),
    covering(covers),
    submitted,
  ];

  it('A-9: is refused with one topic missing', () =>
    given(...grant(rest))
      .when(freeze())
      .thenRefused('ChecklistIncomplete'));
  it('A-9, X-11: passes with every topic', () =>
    given(...grant(checklistTopics))
      .when(freeze())
      .then(frozen));
});

describe('A-8: a child and its parent', () => {
  it('A-8: takes no more than the parent has left', () =>
    given(...child)
      .when(freeze({ ...settled, residualCents: cents(99_99) }))
      .thenRefused('ChildOverParent'));
  it('A-8, X-11: may take all of it', () =>
    given(...child)
      .when(freeze(settled))
      .then(frozenUnderParent));
  it('A-8: does not outlast the parent', () =>
    given(...child)
      .when(freeze({ ...settled, end: day('2031-12-30') }))
      .thenRefused('ChildOutlastsParent'));
  it('A-8: is not measured against a parent that can still change', () =>
    given(...child)
      .when(freeze({ ...settled, status: 'ApprovedByParties' }))
      .thenRefused('ParentNotSettled'));
  it('X-12: has a parent that exists', () =>
    given(...child)
      .when(freeze(null))
      .thenRefused('UnknownObject'));
});

describe('A-8: the answer of the ledger', () => {
  const confirm = (version: number) => ({ type: 'ConfirmReservation', data: { version } }) as const;
  const denied = { version: 1, rule: 'A-8', code: 'OverResidual' } as const;
  const deny = { type: 'DenyReservation', data: denied } as const;
  const frozenChild = [...child, frozenUnderParent];

  it('X-11: confirms the frozen text', () =>
    given(...frozenChild)
      .when(confirm(1))
      .then({ type: 'AgreementReservationConfirmed', data: { version: 1 } }));
  it('X-11: does not confirm another version', () =>
    given(...frozenChild)
      .when(confirm(2))
      .thenRefused('OtherVersion'));
  it('X-11, X-12: denies it with the rule, and the text is a draft again', () => {
    given(...frozenChild)
      .when(deny)
      .then({ type: 'AgreementReservationDenied', data: denied });
    given(...frozenChild, { type: 'AgreementReservationDenied', data: denied })
      .when(remove())
      .then({ type: 'AgreementPartyRemoved', data: { partner: region } });
  });
  it('X-11: comes too late for a text that was sent back', () =>
    given(...frozenChild, changesRequested(1))
      .when(deny)
      .thenRefused('OtherVersion'));
  it('X-11: is not waited for without a parent', () =>
    given(...reviewed, frozen)
      .when(confirm(1))
      .thenRefused('OtherVersion'));
  it('X-11: says nothing of an agreement that is open for signature', () =>
    given(...openToSign, opened)
      .when(deny)
      .thenRefused('OtherVersion'));
});
