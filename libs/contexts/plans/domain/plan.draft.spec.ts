import type { Instant } from '@tavolo/kernel';
import { callStatuses } from '@tavolo/programmes';
import type { CallStatus } from '@tavolo/programmes';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { InitiatePlan } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { callStanding, closed, colleague, begun, composed } from '../test/examples.js';
import { confirmed, consolidated, date, defined } from '../test/examples.js';
import { frozen, hash, held, initiated, linked, network, opened } from '../test/examples.js';
import { otherPlan, owned, partnerStanding, personRef, proposed } from '../test/examples.js';
import { region, section, shareOf, superseded, text, town, validated } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const without = (events: readonly PlanEvent[], ...gone: readonly PlanEvent[]) =>
  events.filter((event) => !gone.includes(event));
const stateAfter = (...events: readonly PlanEvent[]) => events.reduce(plan.evolve, plan.initial);

describe('a plan is initiated', () => {
  const grounds = {
    call: callStanding,
    lead: partnerStanding(region, 'region'),
    heldBy: null,
  };
  const initiate = (change: Partial<InitiatePlan['data']> = {}) =>
    ({ type: 'InitiatePlan', data: { ...initiated.data, grounds, ...change } }) as const;

  it('X-11: by a lead under a published call', () => given().when(initiate()).then(initiated));
  it('X-11: once', () => given(initiated).when(initiate()).thenRefused('AlreadyInitiated'));
  it('X-12: under a call that is there', () =>
    given()
      .when(initiate({ grounds: { ...grounds, call: null } }))
      .thenRefused('CallUnknown'));
  it('X-12: by a partner that is there', () =>
    given()
      .when(initiate({ grounds: { ...grounds, lead: null } }))
      .thenRefused('PartnerUnknown'));
  it('X-11: while the call is out: not before it is published, nor once it is closed', () => {
    const at = (status: CallStatus) =>
      initiate({ grounds: { ...grounds, call: { ...callStanding, status } } });
    for (const status of callStatuses) {
      if (status === 'published') given().when(at(status)).then(initiated);
      else given().when(at(status)).thenRefused('CallNotPublished');
    }
  });
  it('B-12, X-11: until the deadline of the call for its region, that instant included', () => {
    const deadline = (about: object) =>
      initiate({ grounds: { ...grounds, call: { ...callStanding, ...about } } });
    const before = '2030-01-01T11:59:59.999Z' as Instant;
    const { at: now } = someone;
    given()
      .when(deadline({ generalDeadline: before }))
      .thenRefused('DeadlinePassed');
    given()
      .when(deadline({ generalDeadline: now }))
      .then(initiated);
    const extended = (region: string) => ({
      ...{ generalDeadline: before, regionalDeadlines: { [region]: now } },
    });
    given()
      .when(deadline(extended('ITC4')))
      .then(initiated);
    given()
      .when(deadline(extended('ITF3')))
      .thenRefused('DeadlinePassed');
  });
  it('N-2, X-11: by a lead of a kind that the call allows, or of any where it names none', () => {
    const lead = partnerStanding(region, 'municipality');
    given()
      .when(initiate({ grounds: { ...grounds, lead } }))
      .thenRefused('LeadKindNotAllowed');
    given()
      .when(initiate({ grounds: { ...grounds, lead, call: { ...callStanding, leadKinds: [] } } }))
      .then(initiated);
  });
  it('X-11: for a period that does not end before it begins, as far as its dates say', () => {
    given()
      .when(initiate({ executionEnd: date('2018-08-31') }))
      .thenRefused('PeriodReversed');
    const data = { ...initiated.data, executionEnd: date('2018-09-01') };
    given().when(initiate(data)).then({ type: 'PlanInitiated', data });
  });
  it('PL-1: not where another plan holds region and call', () =>
    given()
      .when(initiate({ grounds: { ...grounds, heldBy: otherPlan } }))
      .thenRefused('RegionTaken'));
  it('PL-1, X-11: and is confirmed, or refused, once the claim is answered', () => {
    given(initiated).when({ type: 'ConfirmInitiation', data: {} }).then(confirmed);
    const data = { heldBy: otherPlan };
    given(initiated)
      .when({ type: 'RefuseInitiation', data })
      .then({ type: 'PlanInitiationRefused', data });
  });
  it('PL-1, X-11: and takes no content before, nor after it was refused', () => {
    const refusal: PlanEvent = { type: 'PlanInitiationRefused', data: { heldBy: otherPlan } };
    const revise = { type: 'ReviseSection', data: section.data } as const;
    given(initiated).when(revise).thenRefused('WrongState');
    given(initiated, refusal).when(revise).thenRefused('WrongState');
    given(initiated, refusal)
      .when({ type: 'ConfirmInitiation', data: {} })
      .thenRefused('WrongState');
    given(initiated, confirmed).when(revise).then(section);
  });
});

describe('its procedure officer', () => {
  const officer = personRef(7);
  const appoint = (isKnown = true) =>
    ({ type: 'AppointProcedureOfficer', data: { officer, grounds: { isKnown } } }) as const;
  const appointed: PlanEvent = { type: 'ProcedureOfficerAppointed', data: { officer } };

  it('X-11: is appointed', () =>
    given(...begun)
      .when(appoint())
      .then(appointed));
  it('X-12: is a person that is there', () =>
    given(...begun)
      .when(appoint(false))
      .thenRefused('PersonUnknown'));
  it('X-11: is appointed once, and for a plan that goes on', () => {
    given(...begun, appointed)
      .when(appoint())
      .thenRefused('OfficerStands');
    given().when(appoint()).thenRefused('WrongState');
  });
});

describe('a draft is consolidated', () => {
  const consolidate = (sha256 = text) =>
    ({ type: 'ConsolidateDraft', data: { grounds: { sha256 } } }) as const;
  const by = { person: colleague, mandate: null, organisation: null };

  it('X-11: from a content that a table worked on', () => {
    given(...composed)
      .when(consolidate())
      .thenRefused('WrongState');
    given(...composed, opened)
      .when({ ...consolidate(), by })
      .then(consolidated);
  });
  it('PL-3: with at least one action', () =>
    given(...begun, opened)
      .when(consolidate())
      .thenRefused('ActionMissing'));
  it('X-8, X-11: an edit makes it one of the past, and the next one gets the next number', () => {
    const again = { ...section.data, text: 'Consolidare e ampliare la rete.' };
    const revised: PlanEvent = { type: 'SectionRevised', data: again };
    given(...frozen)
      .when({ type: 'ReviseSection', data: again })
      .then(revised, superseded);
    given(...frozen, revised, superseded)
      .when({ ...consolidate(hash(9)), by })
      .then({
        type: 'PlanDraftConsolidated',
        data: { version: 2, sha256: hash(9), consolidatedBy: colleague },
      });
  });
  it('X-11: not again while it stands', () =>
    given(...frozen)
      .when(consolidate())
      .thenRefused('DraftStands'));
});

describe('a plan is validated', () => {
  const validate = (sha256 = text, networks = [network]) =>
    ({ type: 'ValidatePlan', data: { sha256, grounds: { networks } } }) as const;

  it('X-11: when nothing is missing', () =>
    given(...frozen)
      .when(validate())
      .then(validated));
  it('X-8: on the present text only', () =>
    given(...frozen)
      .when(validate(hash(8)))
      .thenRefused('OtherText'));
  it('X-5: by another person than the one who consolidated it', () => {
    const own: PlanEvent = {
      type: 'PlanDraftConsolidated',
      data: { version: 1, sha256: text, consolidatedBy: personRef(1) },
    };
    given(...without(frozen, consolidated), own)
      .when(validate())
      .thenRefused('SamePerson');
  });
  it('PL-2: with an owner for every intervention, still an active member', () => {
    given(...without(frozen, owned))
      .when(validate())
      .thenRefused('InterventionWithoutOwner');
    const left = { ...network, members: network.members.filter(({ partner }) => partner !== town) };
    given(...frozen)
      .when(validate(text, [left]))
      .thenRefused('OwnerNoLongerActive');
  });
  it('PL-3: with a target group and an indicator for every action', () => {
    given(...without(frozen, linked))
      .when(validate())
      .thenRefused('ActionWithoutTargetGroup');
    given(...without(frozen, defined))
      .when(validate())
      .thenRefused('ActionWithoutIndicator');
  });
  it('PL-4: with every table closed, all minutes approved, every contribution decided', () => {
    given(...without(frozen, closed))
      .when(validate())
      .thenRefused('TableOpen');
    given(...composed, opened, held, closed, consolidated)
      .when(validate())
      .thenRefused('MinutesNotApproved');
    given(...composed, opened, proposed, closed, consolidated)
      .when(validate())
      .thenRefused('ContributionOpen');
  });
  it('PL-7: with every line shared out', () => {
    const halfShared = frozen.map((event) =>
      event.type === 'PartnerShareAllocated' && event.data.partner === town
        ? shareOf(town, 59_99)
        : event,
    );
    given(...halfShared)
      .when(validate())
      .thenRefused('SharesBelowLine');
  });
  it('PL-3, PL-4: names all that is missing at once', () => {
    const state = stateAfter(...begun, opened, ...composed.slice(3, 4), held, consolidated);
    const command = { ...validate(), at: '', today: '', by: { person: 'p' } };
    const refused = plan.decide(command as unknown as Parameters<typeof plan.decide>[0], state);
    expect(refused).toMatchObject({
      refusal: {
        code: 'ActionWithoutTargetGroup',
        details: {
          missing: [
            'ActionWithoutTargetGroup 00000000-0000-4000-8000-000000000010',
            'ActionWithoutIndicator 00000000-0000-4000-8000-000000000010',
            'TableOpen 00000000-0000-4000-8000-000000000014',
            'MinutesNotApproved 00000000-0000-4000-8000-000000000015',
          ],
        },
      },
    });
  });
});
