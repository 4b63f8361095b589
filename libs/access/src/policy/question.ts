import type { Sha256 } from '@tavolo/kernel';

/** Every role that a mandate can give at a scope; the names are those of `tavolo.cedarschema`. */
export const roles = [
  'administrator',
  'auditor',
  'coordinator',
  'seat',
  'chair',
  'secretary',
  'concerned',
  'self',
  'authority',
  'lead',
  'member',
  'party',
  'partner',
  'representative',
  'legalRepresentative',
] as const;

/** A role held at a scope: `chair` of a board, `lead` of a network. */
export type Role = (typeof roles)[number];

/** What can be asked of the policies; each command is one of those that write (`actions.ts`). */
export const actions = [
  ...(['vote', 'preside', 'signDecision', 'sign', 'endorse', 'approve', 'commit'] as const),
  ...([
    'verify',
    'sit',
    'convene',
    'minute',
    'propose',
    'carryOut',
    'object',
    'declare',
    'invite',
  ] as const),
  ...(['define', 'govern', 'conclude', 'describe'] as const),
  ...(['lead', 'constitute', 'negotiate', 'participate', 'report', 'represent'] as const),
  ...(['empower', 'appoint', 'openAccess', 'mandate', 'recordPast', 'process'] as const),
  ...(['activate', 'closeLogins'] as const),
  ...(['readPublished', 'readRegister', 'read', 'readSecret', 'readReasons'] as const),
] as const;

/** What somebody wants to do, as the policies name it. */
export type Action = (typeof actions)[number];

/** What is asked about reading, from what is for everybody to what is for a few. */
export type ReadAction = Extract<Action, `read${string}`>;

/** Where the mandate that is named holds, and what it is. */
export type Standing = Readonly<{
  /**
   * Kind of the mandate, `administrator` for the founder's too; of who reads without one `none`,
   * or `spectator` in a demo without a login.
   */
  mandate: string;
  /** The act gives an office or a power to the person who acts. */
  forOneself: boolean;
  /** Ids of scopes by role; a role that is absent is held nowhere. */
  at: Readonly<Partial<Record<Role, readonly string[]>>>;
}>;

/**
 * Who asks. A service acts for an organisation and decides nothing; `Anybody` has not signed in,
 * and reads.
 */
export type Subject = Readonly<{ type: 'Anybody' | 'Person' | 'Process' | 'Service'; id: string }>;

/** A scope with all that lies above it, near and far: the whole of what a decision needs to know. */
export type Slice = Readonly<{ id: string; above: readonly string[] }>;

/** One question: may this principal, under this mandate, do this to that. */
export type Question = Readonly<{
  principal: Subject;
  action: Action;
  resource: Slice;
  standing: Standing;
}>;

/** What the policies say, and which of them decided it; `trouble` is set where they could not be asked. */
export type Verdict = Readonly<{
  allowed: boolean;
  /** Those that permitted or forbade; none where nothing permitted. */
  policies: readonly string[];
  trouble: string | null;
}>;

/** Answers questions by the active policies. Whatever goes wrong is a denial, never a permission. */
export abstract class Authorizer {
  /** SHA-256 of the policies and their schema, as `policyHash` makes it. */
  abstract readonly hash: Sha256;
  abstract decide(question: Question): Verdict;
}
