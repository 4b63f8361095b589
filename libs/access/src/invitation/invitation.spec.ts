import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import type { InvitationEvent } from './invitation.events.js';
import { invitationDecider } from './invitation.js';
import type { Coming, Invited } from './invitation.js';

const given = specificationFor(invitationDecider);
const hash = (sign: string) => sign.repeat(64) as Sha256;
const ada = 'person-ada' as PersonRef;
const eva = 'person-eva' as PersonRef;
// The specification acts at 2030-01-01T12:00Z, as a person of its own.
const until = '2030-01-15T12:00:00.000Z' as Instant;
const mandate = 'board-b#seat-1' as MandateRef;
const held = { person: ada, until: null } as const;

const issue = (said: Partial<Invited> = {}, to: Instant = until, by: PersonRef = eva) => ({
  ...({ type: 'InviteToSignIn', by: { person: by, mandate: null, organisation: null } } as const),
  data: {
    mandate,
    tokenSha256: hash('a'),
    until: to,
    grounds: {
      mandate: held,
      hasLogin: false,
      isClosed: false,
      isFresh: true,
      mayInvite: true,
      ...said,
    },
  },
});
const admit = (
  said: Partial<Coming & { holder: PersonRef; isDiscarded: boolean; isService: boolean }> = {},
  mark = hash('1'),
  token = hash('a'),
) => {
  const { holder = null, hasLogin = false, isClosed = false, isService = false } = said;
  const { isDiscarded = false } = said;
  const grounds = { hasLogin, isClosed };
  const about = { holder, isDiscarded, isService, grounds };
  const data = { tokenSha256: token, marks: [mark, hash('9')] as const, ...about };
  return { type: 'BindLogin', data } as const;
};
const revoke = (person: PersonRef, isAdministrator = false) => ({
  ...({
    type: 'RevokeSignInInvitation',
    by: { person, mandate: null, organisation: null },
  } as const),
  data: { grounds: { isAdministrator } },
});

const issuedBy = (invitedBy: PersonRef, end = until): InvitationEvent => ({
  type: 'SignInInvited',
  data: { person: ada, mandate, invitedBy, tokenSha256: hash('a'), until: end },
});
const issued = issuedBy(eva);
const accepted: InvitationEvent = { type: 'LoginBound', data: { mark: hash('1') } };
const revoked: InvitationEvent = {
  type: 'SignInInvitationRevoked',
  data: { person: ada },
};

describe('an invitation', () => {
  it('X-3: is for who holds something here', () => {
    given().when(issue()).then(issued);
    given()
      .when(issue({ mandate: null }))
      .thenRefused('InvitedUnderNothing');
  });

  it('X-3: is made by who may bring that person in', () => {
    given()
      .when(issue({ mayInvite: false }))
      .thenRefused('NotYoursToInvite');
  });

  it('X-3: is not for who has ceased, and is up to the last day', () => {
    const last = (day: string) => ({ mandate: { person: ada, until: day as LocalDate } });
    given()
      .when(issue(last('2029-12-31')))
      .thenRefused('InvitedMandateLapsed');
    given()
      .when(issue(last('2030-01-01')))
      .then(issued);
  });

  it('X-3: of a second login is made by that person alone', () => {
    given()
      .when(issue({ hasLogin: true }))
      .thenRefused('SecondLoginByOneself');
    given()
      .when(issue({ hasLogin: true }, until, ada))
      .then(issuedBy(ada));
  });

  it('X-3: of a second login asks for a fresh one, and that of a first for none', () => {
    given()
      .when(issue({ hasLogin: true, isFresh: false }, until, ada))
      .thenRefused('LoginTooOld');
    given()
      .when(issue({ isFresh: false }, until, ada))
      .then(issuedBy(ada));
    given()
      .when(issue({ isFresh: false }))
      .then(issued);
  });

  it('X-3: opens no way for who is kept out', () => {
    given()
      .when(issue({ isClosed: true }))
      .thenRefused('LoginsAreClosed');
    given(issued)
      .when(admit({ isClosed: true }))
      .thenRefused('LoginsAreClosed');
    given(issued)
      .when(admit({ isClosed: true, holder: ada }))
      .thenRefused('LoginsAreClosed');
  });

  it('X-11: ends within sixty days, and not before it begins', () => {
    given()
      .when(issue({}, '2030-01-01T12:00:00.000Z' as Instant))
      .thenRefused('ValidityVoid');
    given()
      .when(issue({}, '2030-03-02T12:00:00.001Z' as Instant))
      .thenRefused('ValidityVoid');
    const last = '2030-03-02T12:00:00.000Z' as Instant;
    given().when(issue({}, last)).then(issuedBy(eva, last));
  });

  it('X-3, X-11, X-12: is revoked by who made it, who got it, or the administrator', () => {
    given(issued)
      .when(revoke('person-other' as PersonRef))
      .thenRefused('NotYoursToRevoke');
    given(issued)
      .when(revoke('person-other' as PersonRef, true))
      .then(revoked);
    given(issued).when(revoke(eva)).then(revoked);
    given(issued).when(revoke(ada)).then(revoked);
    given(issued, revoked).when(revoke(ada)).then();
    given(issued, accepted).when(revoke(ada)).thenRefused('InvitationLinkUsed');
    given().when(revoke(ada)).thenRefused('InvitationLinkUnknown');
  });
});

describe('a login through an invitation', () => {
  it('X-12: fits the secret of the link', () => {
    given(issued).when(admit()).then(accepted);
    given(issued)
      .when(admit({}, hash('1'), hash('b')))
      .thenRefused('InvitationLinkUnknown');
    given().when(admit()).thenRefused('InvitationLinkUnknown');
  });

  it('X-11: is the first one: another is refused, the same adds nothing', () => {
    given(issued, accepted)
      .when(admit({}, hash('2')))
      .thenRefused('InvitationLinkUsed');
    given(issued, accepted).when(admit()).then();
  });

  it('X-11: comes before the end, and before it is revoked', () => {
    const ended = issuedBy(eva, '2030-01-01T11:59:59.999Z' as Instant);
    given(ended).when(admit()).thenRefused('InvitationLinkExpired');
    given(issued, revoked).when(admit()).thenRefused('InvitationLinkRevoked');
  });

  it('X-5: is not that of another person', () => {
    given(issued)
      .when(admit({ holder: eva }))
      .thenRefused('LoginOfAnother');
    given(issued)
      .when(admit({ holder: ada }))
      .then();
  });

  it('X-3: is not one that was discarded: it comes back by no link', () => {
    given(issued)
      .when(admit({ holder: ada, isDiscarded: true }))
      .thenRefused('LoginDiscarded');
    given(issued)
      .when(admit({ holder: ada }))
      .then();
  });

  it('X-3: is not a second one, unless the person asked for it', () => {
    given(issued)
      .when(admit({ hasLogin: true }))
      .thenRefused('SecondLoginByOneself');
    given(issuedBy(ada))
      .when(admit({ hasLogin: true }))
      .then(accepted);
  });
});

describe('a login that was cut off between the fact and whose it is', () => {
  it('X-11: is known by its mark of before, when the key of the marks was renewed', () => {
    const before: InvitationEvent = { type: 'LoginBound', data: { mark: hash('9') } };
    given(issued, before).when(admit()).then();
    given(issued, { ...before, data: { mark: hash('8') } })
      .when(admit())
      .thenRefused('InvitationLinkUsed');
  });

  it('X-3: is finished by the same link, and not once the person came by another', () => {
    given(issued, accepted).when(admit()).then();
    given(issued, accepted)
      .when(admit({ hasLogin: true }))
      .thenRefused('SecondLoginByOneself');
    given(issued, accepted)
      .when(admit({ hasLogin: true, holder: ada }))
      .then();
    given(issuedBy(ada), accepted)
      .when(admit({ hasLogin: true }))
      .then();
  });
});

describe('the golden samples of an invitation', () => {
  const samples = JSON.parse(
    readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
  ) as readonly (InvitationEvent & { readonly schema: number })[];
  const types = {
    SignInInvited: 1,
    SignInInvitationRevoked: 1,
    LoginBound: 1,
  } satisfies Record<InvitationEvent['type'], number>;

  it('hold every type, and are folded', () => {
    expect(samples.map(({ type, schema }) => [type, schema])).toStrictEqual(Object.entries(types));
    const state = samples.reduce(
      (before, sample) => invitationDecider.evolve(before, sample),
      invitationDecider.initial,
    );
    expect(state).toMatchObject({
      person: 'person-0b1e6f0a-5d0b-4c53-9c35-1d0f5a3c0001',
      status: 'used',
    });
  });
});

describe('a program with a token of its own', () => {
  const service = 'service-s' as PersonRef;
  const forService: InvitationEvent = {
    type: 'SignInInvited',
    data: { person: service, mandate, invitedBy: eva, tokenSha256: hash('a'), until },
  };

  it('X-3: is bound to a service, and never to a person', () => {
    given(forService)
      .when(admit({ isService: true }))
      .then(accepted);
    given(issued)
      .when(admit({ isService: true }))
      .thenRefused('PersonOnly');
    given(forService).when(admit()).thenRefused('ProgramOnly');
  });
});
