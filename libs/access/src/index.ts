export { AccessModule } from './access.module.js';
export { activateAsFounder } from './activation/founding-policies.js';
export { Policies } from './activation/policies.js';
export { AnsweredServices } from './appointment/answered-services.js';
export { ClosedLogins } from './closing/closed-logins.js';
export { FOUNDER_MANDATE, FoundedInstance, NotFounded, OtherKindOfInstance } from './founding.js';
export type { Founding, FoundingIds } from './founding.js';
export { Accounts, BoundAccounts, DemoAccounts } from './identity/accounts.js';
export type { Login } from './identity/accounts.js';
export { authOf, Authenticator, NobodyHere } from './identity/authenticator.js';
export { TokenAuthenticator } from './identity/authenticator.js';
export type { Asking, Principal } from './identity/authenticator.js';
export { assurances, credentialOf, isAtLeast, plainClaims } from './identity/claim-mapping.js';
export type { Assurance, ClaimMapping, Credential } from './identity/claim-mapping.js';
export { LoginsClosedHere, OpenLogins } from './identity/open-logins.js';
export { isService } from './identity/service.js';
export { SureLogins } from './identity/sure-logins.js';
export { isTrustworthyAddress } from './identity/issuer-address.js';
export { BadToken, IdentityUnavailable, TokenVerifier } from './identity/token-verifier.js';
export type { TrustedIssuer } from './identity/token-verifier.js';
export { INSTANCE_STREAM, logNameIn, logNameOf } from './instance.js';
export { TavoloInstance } from './instance.resolver.js';
export { InvitationRefused, Invitations } from './invitation/invitations.js';
export type { Issued } from './invitation/invitations.js';
export { People } from './people.js';
export { CedarAuthorizer } from './policy/cedar-authorizer.js';
export type { Alarm } from './policy/cedar-authorizer.js';
export { accessRules } from './policy/access.rules.js';
export { PolicyBook } from './policy/policy-book.js';
export { PolicyGatekeeper, policyOfProcess, subjectOf } from './policy/policy-gatekeeper.js';
export { levels, levelScope, Realm } from './policy/realm.js';
export type { Act, GovernedKind, Place, Surroundings } from './policy/realm.js';
export { isPower, kindOf, officeRoles, powerRoles, standingOf } from './policy/standing.js';
export { MemoAuthorizer } from './policy/memo-authorizer.js';
export { BadPolicies, checkedPolicies, policyHash, readPolicies } from './policy/policy-text.js';
export type { Policy, PolicyText } from './policy/policy-text.js';
export { actions, Authorizer, roles } from './policy/question.js';
export type {
  Action,
  Subject,
  Question,
  ReadAction,
  Role,
  Slice,
  Standing,
  Verdict,
} from './policy/question.js';
export { sliceOf } from './policy/slice.js';
export { cookie, cookieOf, LOGIN_COOKIE, noCookie, SESSION_COOKIE } from './session/cookies.js';
export { LoginAttempts } from './session/login-attempts.js';
export type { UnderWay } from './session/login-attempts.js';
export { LoginFailed, LoginTooLow, RelyingParty, signatureOf } from './session/relying-party.js';
export type { ClientOfIssuer } from './session/relying-party.js';
export { CrossSite, isOfOwnPage, SessionAuthenticator } from './session/session-authenticator.js';
export { Sessions } from './session/sessions.js';
export type { SessionLimits } from './session/sessions.js';
export { SignIn } from './session/sign-in.js';
export { actsOfWeight, weightOf } from './weight/acts-of-weight.js';
export type { Weight } from './weight/acts-of-weight.js';
export { LoginDemands } from './weight/login-demands.js';
export type { DemandOf, LoginDemand } from './weight/login-demands.js';
export { WeightGuard } from './weight/weight-guard.js';
