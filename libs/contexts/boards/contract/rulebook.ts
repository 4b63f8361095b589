import type { QuorumRule, Share } from './quorum.js';
import type { SilenceRule, WrittenRule } from './rulebook.procedures.js';

/** What the votes in favour are compared with. */
export const majorityBases = [
  'cast',
  'castLessAbstentions',
  'present',
  'entitled',
  'seats',
] as const;

/**
 * `cast`: every vote cast; `castLessAbstentions`: for and against; `present`: who is present or
 * has voted; `entitled`: seats with a holder when the vote opened; `seats`: all seats.
 */
export type MajorityBase = (typeof majorityBases)[number];

/** How many votes in favour adopt (quorum funzionale). */
export type MajorityRule = Readonly<{
  base: MajorityBase;
  /** Asks for unanimity instead of the share, which is then 1 of 1. */
  unanimity?: Unanimity;
  /** Votes in favour that are needed beside the share, as a number. */
  atLeast?: number;
}> &
  Share;

/** What unanimity means. */
export const unanimities = ['noObjection', 'allYes'] as const;

/** `noObjection`: nobody against, abstentions do not block; `allYes`: all of the base in favour. */
export type Unanimity = (typeof unanimities)[number];

/** What becomes of equal votes for and against. */
export const tieRules = ['falls', 'chairDecides', 'postponed', 'lot', 'chairSecond'] as const;

/**
 * `falls`: not adopted; `chairDecides`: the side on which the chair voted prevails by itself, the
 * vice chair where the chair is absent or recused; `postponed`: not decided, it comes again.
 * With the two others the vote closes `tied` and waits: `lot` for a drawing that is recorded;
 * `chairSecond` for a second vote, open, of who presides, on either side whatever the first was.
 */
export type TieRule = (typeof tieRules)[number];

/** The forms in which a vote can be held. */
export const ballotForms = ['named', 'hidden', 'secret', 'secretOnPaper'] as const;

/**
 * `named`: everybody sees who voted how, at once; `hidden`: once the vote is closed; `secret`:
 * nobody ever, only who voted and the tally (D-3); `secretOnPaper`: the same, tallied by tellers.
 */
export type BallotForm = (typeof ballotForms)[number];

/**
 * How a body decides: data that the body itself adopts, by version, and that is frozen with
 * every vote. A number that a law or statute sets is a value here, never a line of code.
 */
export type Rulebook = Readonly<{
  quorum: QuorumRule;
  majority: MajorityRule;
  tie: TieRule;
  /** Whether a recused seat leaves the base of the majority as well (GB-3). */
  recusedLeaveBase: boolean;
  /** Whole days between the day of convening and the day of the sitting, at least (GB-1). */
  noticeDays: number;
  /** How many seats of a category must be filled before the body can sit (GB-7). */
  representation: readonly Readonly<{ category: string; min: number }>[];
  /** Votes weigh by category: everybody's or nobody's; absent: one seat, one vote. */
  weights?: readonly CategoryWeight[];
  /** Double majority: this share of the weights as well, on the same base; `majority` is heads. */
  weightedMajority?: Share;
  /** What becomes of a tie where the chair's vote is asked and nobody presides; absent: it falls. */
  tieUnpresided?: 'falls' | 'postponed';
  /** `settled`: a vote closes only once all present have voted or nothing can change it. */
  closing?: 'settled';
  /** The structural quorum of a sitting in second call; absent: there is no second call. */
  secondCall?: QuorumRule;
  /** Members may attend by video; absent: only in the room. */
  video?: boolean;
  /** When an item may be added to an agenda already sent (GB-1); absent: never. */
  agendaAdditions?: AgendaAddition;
  /** Members may be represented by other members (GB-5); absent: they may not. */
  delegation?: DelegationRule;
  /** The chair may decide alone in urgency (D-10); absent: only the body decides. */
  urgency?: UrgencyRule;
  /** `service`: notice runs from the service on each seat; absent: from the day of convening. */
  noticeFrom?: 'service';
  /** No quorum is verified while a seat that is away was not served (GB-1). */
  serviceRequired?: boolean;
  /** The majority that declares a decision immediately enforceable; absent: of all seats (D-6). */
  enforceability?: MajorityRule;
  /** Whole days after the publication for objections to a decision; absent: there are none. */
  objectionDays?: number;
  /** Whole days for which the body may go on after its term (GB-6); absent: none. */
  prorogationDays?: number;
  /** The body decides in writing without a sitting; absent: it does not. */
  written?: WrittenRule;
  /** The body adopts by silence until a deadline; absent: it does not. */
  silence?: SilenceRule;
  /** Forms in which the body votes; absent: named only. */
  ballots?: readonly BallotForm[];
  /** How who votes, signs, approves or changes the rules must have signed in; absent: anyhow. */
  login?: LoginRule;
}>;

/** How surely a login says who somebody is (eIDAS, Reg. (EU) 910/2014 art. 8), lowest first. */
export const loginLevels = ['low', 'substantial', 'high'] as const;

/** Of SPID level 1, 2 and 3; CIE is `high`. */
export type LoginLevel = (typeof loginLevels)[number];

/** A login of this level at least, made so many minutes ago at the most; absent: at any time. */
export type LoginRule = Readonly<{ assurance: LoginLevel; withinMinutes?: number }>;

/**
 * What the chair decided alone is ratified by the body within so many whole days, else at its
 * next sitting: the first one convened after the act; unratified, it lapses.
 */
export type UrgencyRule = Readonly<{ ratifyWithinDays?: number }>;

/** The vote of a seat of this category counts so much. */
export type CategoryWeight = Readonly<{ category: string; weight: number }>;

/** When an item may be added to an agenda already sent. */
export const agendaAdditionRules = ['allPresent', 'urgent'] as const;

/** `allPresent`: with every seat in office present; `urgent`: also with reasons of urgency. */
export type AgendaAddition = (typeof agendaAdditionRules)[number];

/**
 * How far a member may be represented by another: `max` delegations for each who holds them,
 * given in writing `noticeDays` whole days before the day of the sitting.
 */
export type DelegationRule = Readonly<{ max: number; noticeDays: number }>;

/** Rulebooks to start from; a body adopts one, or its own, when it is established. */
export const rulebookPresets = {
  /** Half the seats make the sitting valid; abstentions do not count; a tie falls. */
  italianCollegialBody: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seats' },
    majority: { base: 'castLessAbstentions', num: 1, den: 2, strict: true },
    login: { assurance: 'substantial' },
    tie: 'falls',
    recusedLeaveBase: true,
    noticeDays: 5,
    representation: [],
    secondCall: { kind: 'fraction', num: 1, den: 3, strict: false, of: 'seats' },
  },
  /** Half of who is in office; a majority of who is present; the chair decides a tie. */
  steeringCommittee: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: false, of: 'seatsFilled' },
    majority: { base: 'present', num: 1, den: 2, strict: true },
    login: { assurance: 'substantial' },
    tie: 'chairDecides',
    recusedLeaveBase: true,
    noticeDays: 10,
    representation: [],
  },
  /** Two thirds of all seats present, two thirds of who is entitled in favour. */
  qualifiedMajority: {
    quorum: { kind: 'fraction', num: 2, den: 3, strict: false, of: 'seats' },
    majority: { base: 'entitled', num: 2, den: 3, strict: false },
    login: { assurance: 'substantial' },
    tie: 'falls',
    recusedLeaveBase: false,
    noticeDays: 10,
    representation: [],
  },
  /** A seat for each delegation, whose alternates may cast; consensus, abstentions do not block. */
  interregMonitoringCommittee: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: false, of: 'seatsFilled' },
    majority: {
      base: 'castLessAbstentions',
      unanimity: 'noObjection',
      num: 1,
      den: 1,
      strict: false,
    },
    login: { assurance: 'substantial' },
    tie: 'falls',
    recusedLeaveBase: true,
    noticeDays: 14,
    representation: [],
    video: true,
    agendaAdditions: 'allPresent',
    written: {
      ...{ minDays: 10, replyChange: 'untilClose', sittingCalls: 1, extensionDays: 10 },
      reminderDays: [3],
    },
  },
  /** 55 % of the members and 65 % of the weights, which the body adds; one delegation each. */
  councilDoubleMajority: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seatsFilled' },
    majority: { base: 'entitled', num: 11, den: 20, strict: false },
    weightedMajority: { num: 13, den: 20, strict: false },
    login: { assurance: 'substantial' },
    tie: 'falls',
    recusedLeaveBase: false,
    noticeDays: 14,
    representation: [],
    delegation: { max: 1, noticeDays: 1 },
    silence: { minDays: 3, objections: 1, onObjections: 'sitting' },
  },
  /**
   * Conferenza di servizi (L. 241/1990 art. 14-bis): documents are asked for within 15 days,
   * positions taken within 45, or 90 where sensitive interests are touched; silence is assent,
   * dissent gives its reasons and brings the matter to a sitting (art. 14-ter).
   */
  conferenzaDiServizi: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: false, of: 'seatsFilled' },
    majority: { base: 'castLessAbstentions', num: 1, den: 2, strict: true },
    login: { assurance: 'substantial' },
    tie: 'chairDecides',
    recusedLeaveBase: true,
    noticeDays: 5,
    representation: [],
    video: true,
    silence: {
      ...{ minDays: 15, maxDays: 45, sensitiveMaxDays: 90, documentRequestDays: 15 },
      ...{ objections: 1, onObjections: 'sitting' },
    },
  },
  /** Consent of who is there: nobody against. */
  steeringConsent: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seatsFilled' },
    majority: { base: 'present', unanimity: 'noObjection', num: 1, den: 1, strict: false },
    login: { assurance: 'substantial' },
    tie: 'falls',
    recusedLeaveBase: true,
    noticeDays: 5,
    representation: [],
    video: true,
    agendaAdditions: 'allPresent',
    silence: { minDays: 5, objections: 1, onObjections: 'sitting', extensionDays: 5 },
  },
} as const satisfies Readonly<Record<string, Rulebook>>;

/** The name of a rulebook to start from. */
export type RulebookPreset = keyof typeof rulebookPresets;
