import { describe, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;

const verify = (roll: object = {}) =>
  ({
    type: 'VerifyQuorum',
    data: { item: a.item, grounds: { roll: { ...a.roll, ...roll } } },
    at,
  }) as const;

describe('sitting, quorum of an item', () => {
  it('GB-2, X-11: is there with three of five seats', () =>
    given(...a.there('s1', 's2', 's3'))
      .when(verify())
      .then(a.verified('s1', 's2', 's3')));
  it('GB-2: is not there with two, and the sitting is deserted', () =>
    given(...a.there('s1', 's2'))
      .when(verify())
      .then(a.notReached(['s1', 's2'], 'absence'), a.deserted));
  it('GB-2: changes with who leaves', () =>
    given(...a.there('s1', 's2', 's3'), a.left('s3'))
      .when(verify())
      .then(a.notReached(['s1', 's2'], 'absence'), a.deserted));
  it('GB-2: counts holders in office only, not those whose seat passed to another', () => {
    const members = [
      ...a.roll.members.slice(0, 2),
      { ...a.memberOf('s3'), person: a.personOf('s8') },
    ];
    given(...a.there('s1', 's2', 's3'))
      .when(verify({ members }))
      .then(a.notReached(['s1', 's2'], 'absence'), a.deserted);
  });
  it('GB-3, X-11: does not count who is recused; GB-4: for recusals alone the item is deferred', () =>
    given(...a.there('s1', 's2', 's3'), ...a.recusal('s3'))
      .when(verify())
      .then(a.notReached(['s1', 's2', 's3'], 'recusals', ['s3']), {
        type: 'AgendaItemDeferred',
        data: { item: a.item, decision: a.decision },
      }));
  it('GB-3, X-11: with one recused and three left it is there', () => {
    const { data } = a.verified('s1', 's2', 's3', 's4');
    given(...a.there('s1', 's2', 's3', 's4'), ...a.recusal('s4'))
      .when(verify())
      .then({ type: 'QuorumVerified', data: { ...data, recused: ['s4'], counted: 3 } });
  });
  it('X-7, GB-3, X-11: waits for a declared conflict', () => {
    const members = a.there('s1', 's2', 's3', 's4');
    given(...members, a.conflict('s4'))
      .when(verify())
      .thenRefused('ConflictUnresolved');
    given(...members, a.conflict('s4'), a.upheld('s4'))
      .when(verify())
      .thenRefused('RecusalNotRecorded');
    given(...members, a.conflict('s4'), a.dismissed('s4'))
      .when(verify())
      .then(a.verified('s1', 's2', 's3', 's4'));
  });
  it('GB-6: not after the term', () =>
    given(...a.there('s1', 's2', 's3'))
      .when(verify({ termUntil: '2029-12-31' as LocalDate }))
      .thenRefused('TermOver'));
  it('X-12: of an item that there is', () =>
    given(...a.there('s1'))
      .when({ ...verify(), data: { ...verify().data, item: 'i9' } })
      .thenRefused('ItemUnknown'));
  it('X-11: not while a vote is open, nor when it is done', () => {
    given(...a.voting())
      .when(verify())
      .thenRefused('AnotherVoteOpen');
    given(...a.there('s1', 's2'), a.deserted)
      .when(verify())
      .thenRefused('WrongState');
  });
});

describe('sitting, opening a vote', () => {
  const frozen = { version: 3, sha256: a.otherText };
  const adopting = {
    ...a.scheduled,
    subject: { kind: 'adoptPlan', plan: a.plan, ...frozen },
  } as const;
  const open = (grounds: object = {}, textSha256 = a.text) =>
    ({
      type: 'OpenVote',
      data: {
        item: a.item,
        textSha256,
        grounds: {
          sitting: a.sittingId,
          roll: a.roll,
          decision: a.scheduled,
          plan: null,
          ...grounds,
        },
      },
      at,
    }) as const;

  it('GB-10: with a verified quorum it freezes text, electorate, rulebook and route', () =>
    given(...a.inSession())
      .when(open())
      .then(a.voteOpened()));
  it('GB-10: without one it is refused', () =>
    given(...a.there('s1', 's2', 's3', 's4'))
      .when(open())
      .thenRefused('QuorumNotVerified'));
  it('GB-10: in a deserted sitting it is refused', () =>
    given(...a.there('s1', 's2'), a.notReached(['s1', 's2'], 'absence'), a.deserted)
      .when(open())
      .thenRefused('SittingDeserted'));
  it('GB-2: not when who left took the quorum along', () => {
    const three = a.inSession('s1', 's2', 's3');
    given(...three, a.left('s3'))
      .when(open())
      .thenRefused('QuorumLost');
    given(...three, a.left('s3'), a.arrived('s4'))
      .when(open())
      .then(a.voteOpened());
  });
  it('GB-3: seats recused before are frozen as such', () =>
    given(...a.inSession(), ...a.recusal('s4'))
      .when(open())
      .then(a.voteOpened(['s4'])));
  it('X-7: waits for a declared conflict', () =>
    given(...a.inSession(), a.conflict('s4'))
      .when(open())
      .thenRefused('ConflictUnresolved'));
  it('GB-8: with chair and secretary', () => {
    given(...a.inSession())
      .when(open({ roll: { ...a.roll, chair: null } }))
      .thenRefused('ChairMissing');
    given(...a.inSession())
      .when(open({ roll: { ...a.roll, secretary: null } }))
      .thenRefused('SecretaryMissing');
  });
  it('GB-6: not after the term', () => {
    const roll = { ...a.roll, termUntil: '2029-12-31' };
    given(...a.inSession())
      .when(open({ roll }))
      .thenRefused('TermOver');
  });
  it('X-8: on no other text than that of agenda and decision', () => {
    given(...a.inSession())
      .when(open({}, a.otherText))
      .thenRefused('OtherText');
    const decision = { ...a.scheduled, textSha256: a.otherText };
    given(...a.inSession())
      .when(open({ decision }))
      .thenRefused('OtherText');
  });
  it('X-11: on a decision that is on the agenda of this sitting', () => {
    given(...a.inSession())
      .when(open({ decision: a.ready }))
      .thenRefused('DecisionNotOnAgenda');
    const elsewhere = { ...a.scheduled, sitting: 'sitting-2' };
    given(...a.inSession())
      .when(open({ decision: elsewhere }))
      .thenRefused('DecisionNotOnAgenda');
  });
  it('X-12: on an item that there is, by a board that exists', () => {
    const unknown = { ...open(), data: { ...open().data, item: 'i9' } };
    given(...a.inSession())
      .when(unknown)
      .thenRefused('ItemUnknown');
    given(...a.inSession())
      .when(open({ roll: null }))
      .thenRefused('BoardUnknown');
    given(...a.there('s1', 's2', 's3'))
      .when({ ...verify(), data: { item: a.item, grounds: { roll: null } } })
      .thenRefused('BoardUnknown');
  });
  it('X-12: on a decision that there is', () =>
    given(...a.inSession())
      .when(open({ decision: null }))
      .thenRefused('DecisionUnknown'));
  it('PL-4: on the consolidated version of a plan that lacks nothing', () => {
    const opened = a.voteOpened();
    const plan = { frozen, missing: [] };
    given(...a.inSession())
      .when(open({ decision: adopting, plan }))
      .then({ ...opened, data: { ...opened.data, subject: adopting.subject } });
  });
  it('PL-4, X-12: not on a version that was superseded, nor on one that is not ready', () => {
    const moved = { frozen: { ...frozen, version: 4 }, missing: [] };
    const onPlan = (plan: object | null) => open({ decision: adopting, plan });
    given(...a.inSession())
      .when(onPlan(moved))
      .thenRefused('PlanMoved');
    given(...a.inSession())
      .when(onPlan({ frozen: null, missing: [] }))
      .thenRefused('PlanMoved');
    const lacking = { frozen, missing: ['TableOpen t1'] };
    given(...a.inSession())
      .when(onPlan(lacking))
      .thenRefused('PlanNotReady');
    given(...a.inSession())
      .when(onPlan(null))
      .thenRefused('PlanUnknown');
  });
  it('X-11: once', () => {
    given(...a.voting())
      .when(open())
      .thenRefused('ItemDone');
    given(a.convened).when(open()).thenRefused('WrongState');
  });
});
