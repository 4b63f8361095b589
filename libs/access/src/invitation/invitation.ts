import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, DataOf, Decider, Decision, Instant, LocalDate } from '@tavolo/kernel';
import type { MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { closingRules } from '../closing/closing.rules.js';
import type { InvitationEvent } from './invitation.events.js';
import { isService } from '../identity/service.js';
import { FRESH_MINUTES } from '../weight/freshness.js';
import { invitationRules } from './invitation.rules.js';

/** An invitation is good for so many days at most. */
export const INVITATION_DAYS_MAX = 60;
const DAY_MS = 86_400_000;

/** What the world says of who is invited. */
export type Invited = Readonly<{
  /** Whose the mandate is, and its last day; null where there is no such mandate. */
  mandate: Readonly<{ person: PersonRef; until: LocalDate | null }> | null;
  /** A login of the person is bound already. */
  hasLogin: boolean;
  /** Their logins are closed: they come in by none, and so by no new one either. */
  isClosed: boolean;
  /** Who acts has signed in a short time ago. */
  isFresh: boolean;
  /** Who acts is one who may bring this person in (`mayInvite`). */
  mayInvite: boolean;
}>;

/** What the world says of the login that comes through a link. */
export type Coming = Readonly<{
  /** Another login of the person is bound already. */
  hasLogin: boolean;
  /** The logins of the person are closed. */
  isClosed: boolean;
}>;

export type InvitationCommand =
  | Command<
      'InviteToSignIn',
      { mandate: MandateRef; tokenSha256: Sha256; until: Instant; grounds: Invited }
    >
  | Command<'RevokeSignInInvitation', { grounds: { isAdministrator: boolean } }>
  | Command<
      'BindLogin',
      {
        tokenSha256: Sha256;
        /** The newest first; by one of the others the log may know the login from before. */
        marks: readonly [Sha256, ...Sha256[]];
        /** The login is a program's own: nobody signed in. */
        isService: boolean;
        /** Whose the login is already; null for nobody's. */
        holder: PersonRef | null;
        /** It was theirs, and was discarded since. */
        isDiscarded: boolean;
        grounds: Coming;
      }
    >;

/** Null before it is issued. */
export type InvitationState = Readonly<{
  person: PersonRef;
  invitedBy: PersonRef;
  tokenSha256: Sha256;
  until: Instant;
  status: 'open' | 'revoked' | 'used';
  /** Of the login that used it. */
  mark: Sha256 | null;
}> | null;

type Open = NonNullable<InvitationState>;

/** How people come: one link for one login of one person, who holds something here. */
export const invitationDecider: Decider<InvitationState, InvitationCommand, InvitationEvent> = {
  initial: null,
  decide(command, state) {
    if (command.type === 'InviteToSignIn') return state ? accept() : issue(command);
    if (!state) return refuse(invitationRules.InvitationLinkUnknown);
    return command.type === 'RevokeSignInInvitation'
      ? revoke(command, state)
      : admit(command, state);
  },
  evolve(state, event) {
    if (event.type === 'SignInInvited') return { ...event.data, status: 'open', mark: null };
    if (!state) return state;
    return event.type === 'SignInInvitationRevoked'
      ? { ...state, status: 'revoked' }
      : { ...state, status: 'used', mark: event.data.mark };
  },
};

type Of<Type extends InvitationCommand['type']> = Extract<InvitationCommand, { type: Type }>;

function issue({ data, at, today, by }: Of<'InviteToSignIn'>): Decision<InvitationEvent> {
  const { grounds, mandate, tokenSha256, until } = data;
  if (!grounds.mandate) return refuse(invitationRules.InvitedUnderNothing, { mandate });
  const { person, until: last } = grounds.mandate;
  if (last !== null && last < today) {
    return refuse(invitationRules.InvitedMandateLapsed, { mandate, until: last });
  }
  if (!grounds.mayInvite) return refuse(invitationRules.NotYoursToInvite);
  if (grounds.isClosed) return refuse(closingRules.LoginsAreClosed);
  const refusal = grounds.hasLogin ? besides(person, by.person, grounds.isFresh) : null;
  if (refusal) return refusal;
  const days = (Date.parse(until) - Date.parse(at)) / DAY_MS;
  if (days <= 0 || days > INVITATION_DAYS_MAX) {
    return refuse(invitationRules.ValidityVoid, { days: INVITATION_DAYS_MAX });
  }
  const issued = { person, mandate, invitedBy: by.person, tokenSha256, until };
  return accept({ type: 'SignInInvited', data: issued });
}

/** Whoever found a browser that is signed in does not give its person a login of their own with it. */
function besides(
  person: PersonRef,
  by: PersonRef,
  isFresh: boolean,
): Decision<InvitationEvent> | null {
  if (person !== by) return refuse(invitationRules.SecondLoginByOneself);
  return isFresh ? null : refuse(invitationRules.LoginTooOld, { minutes: FRESH_MINUTES });
}

function revoke(
  { data, by: { person } }: Of<'RevokeSignInInvitation'>,
  state: Open,
): Decision<InvitationEvent> {
  const isTheirs = person === state.invitedBy || person === state.person;
  if (!isTheirs && !data.grounds.isAdministrator) return refuse(invitationRules.NotYoursToRevoke);
  if (state.status === 'revoked') return accept();
  if (state.status === 'used') return refuse(invitationRules.InvitationLinkUsed);
  return accept({ type: 'SignInInvitationRevoked', data: { person: state.person } });
}

/**
 * What was done and is asked again, as after a crash, is done, unless the person has come by
 * another link in between; a link that fits no hash is none.
 */
function admit({ data, at }: Of<'BindLogin'>, state: Open): Decision<InvitationEvent> {
  const { marks, holder, isDiscarded, grounds } = data;
  const refusal = closed(data, state, at) ?? keptOut(data, state);
  if (refusal) return refusal;
  if (holder !== null && holder !== state.person) {
    return refuse(invitationRules.LoginOfAnother);
  }
  if (holder === state.person) {
    return isDiscarded ? refuse(invitationRules.LoginDiscarded) : accept();
  }
  const isOwn = state.invitedBy === state.person;
  if (grounds.hasLogin && !isOwn) return refuse(invitationRules.SecondLoginByOneself);
  const [mark] = marks;
  return isBy(marks, state) ? accept() : accept({ type: 'LoginBound', data: { mark } });
}

function keptOut(
  { isService: isProgram, grounds }: DataOf<InvitationCommand, 'BindLogin'>,
  { person }: Open,
): Decision<never> | null {
  if (isProgram !== isService(person)) {
    return refuse(isService(person) ? invitationRules.ProgramOnly : invitationRules.PersonOnly);
  }
  return grounds.isClosed ? refuse(closingRules.LoginsAreClosed) : null;
}

function closed(
  { tokenSha256, marks }: DataOf<InvitationCommand, 'BindLogin'>,
  state: Open,
  at: Instant,
): Decision<never> | null {
  if (tokenSha256 !== state.tokenSha256) return refuse(invitationRules.InvitationLinkUnknown);
  if (state.status === 'revoked') return refuse(invitationRules.InvitationLinkRevoked);
  if (state.status === 'used') {
    return isBy(marks, state) ? null : refuse(invitationRules.InvitationLinkUsed);
  }
  if (at <= state.until) return null;
  return refuse(invitationRules.InvitationLinkExpired, { until: state.until });
}

/** Whether the login of these marks is the one that used the link. */
function isBy(marks: readonly Sha256[], { mark }: Open): boolean {
  return mark !== null && marks.includes(mark);
}

/** `invitation-<uuid>`. */
export const invitations: Aggregate<InvitationState, InvitationCommand, InvitationEvent> = {
  category: 'invitation',
  decider: invitationDecider,
  version: 1,
  eventTypes: ['SignInInvited', 'SignInInvitationRevoked', 'LoginBound'],
  creates: ['InviteToSignIn'],
};
