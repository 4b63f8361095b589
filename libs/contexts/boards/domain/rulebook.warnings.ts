import type { MajorityRule, QuorumRule, Rulebook } from '../contract/index.js';
import { rules } from '@tavolo/kernel';
import type { Refusal, Rule } from '@tavolo/kernel';
import { hasBox, isSecret, SECRET_VOTERS_MIN } from './ballot.js';
import { countsSecretly } from './ballot.count.js';
import { outcomeOf, quorumOf } from './outcome.js';
import type { Ballot, Count, VoteChoice } from './outcome.js';
import { rulesInWriting } from './procedure.outcome.js';
import { ofProcedures } from './rulebook.procedures.js';
import { rulebookRefusal } from './rulebook.refusal.js';

/** What is lawful in a rulebook and may surprise the body that adopts it. */
export const rulebookWarnings = rules({
  FewDecide: [
    'D-2',
    'In una seduta appena valida bastano {votes} voti favorevoli su {seats} seggi.',
    'In a barely valid sitting {votes} votes in favour of {seats} seats are enough.',
  ],
  UndecidableAtQuorum: [
    'D-2',
    'Con {present} presenti la seduta è valida, ma nemmeno se votano tutti a favore si approva.',
    'With {present} present the sitting is valid, but not even all of them in favour adopt.',
  ],
  QuorumBelowThird: [
    'GB-2',
    'Il numero legale di {present} è meno di un terzo dei {seats} seggi.',
    'The quorum of {present} is less than a third of the {seats} seats.',
  ],
  AbstentionCountsAgainst: [
    'D-2',
    'Chi si astiene resta nella base: un’astensione pesa come un voto contrario.',
    'Who abstains stays in the base: an abstention weighs like a vote against.',
  ],
  RecusalCountsAgainst: [
    'GB-3',
    'Chi è escluso per conflitto resta nella base: la sua assenza pesa come un voto contrario.',
    'Who is recused stays in the base: their absence weighs like a vote against.',
  ],
  VacancyCountsAgainst: [
    'GB-2',
    'I seggi vacanti contano: finché non sono coperti, numero legale o maggioranza sono più difficili.',
    'Vacant seats count: until they are filled, quorum or majority are harder to reach.',
  ],
  OneBlocks: [
    'D-2',
    'Un solo voto contrario blocca ogni decisione.',
    'A single vote against blocks every decision.',
  ],
  TieWithoutChair: [
    'D-2',
    'La parità la decide chi presiede; se mancano presidente e vice, la proposta cade.',
    'The chair decides a tie; with chair and vice chair away, the proposal falls.',
  ],
  NoNotice: [
    'GB-1',
    'Senza giorni di preavviso una seduta può tenersi il giorno stesso.',
    'Without days of notice a sitting can be held the same day.',
  ],
  SecretNeverPossible: [
    'D-3',
    'La votazione segreta è ammessa, ma con pesi, categorie o meno di tre seggi sarà sempre rifiutata.',
    'Secret votes are allowed, but with weights, categories or fewer than three seats each is refused.',
  ],
  SecretAtQuorumTooFew: [
    'D-3',
    'Con {present} presenti la seduta è valida, ma sono troppo pochi per una votazione segreta.',
    'With {present} present the sitting is valid, but they are too few for a secret vote.',
  ],
  SecretWithoutCastingVote: [
    'D-3',
    'Nella votazione segreta il voto di chi presiede non prevale: una parità va come se mancasse.',
    'In a secret vote the chair has no casting vote: a tie goes as with the chair away.',
  ],
  SecretUnanimityDiscloses: [
    'D-3',
    'Il regolamento chiede l’unanimità: una votazione segreta che approva può rivelare ogni voto.',
    'The rulebook asks for unanimity: a secret vote that adopts may disclose every vote.',
  ],
  SilenceKeepsOpen: [
    'D-2',
    'Una votazione nascosta o segreta si chiude solo quando tutti i presenti hanno votato: chi tace la tiene aperta.',
    'A hidden or secret vote closes only once all present have voted: one who is silent keeps it open.',
  ],
  AnyLoginDecides: [
    'X-3',
    'Chi vota o firma può farlo con un accesso di livello basso, come SPID 1: chiunque ne conosca la password.',
    'Who votes or signs may do so with a login of a low level, as SPID 1: whoever knows its password.',
  ],
  FewPeopleMakeQuorum: [
    'GB-5',
    'Con le deleghe bastano {people} persone in sala per il numero legale.',
    'With delegations {people} persons in the room make the quorum.',
  ],
});

/** What a rulebook would do to a body, before the body adopts it. */
export type DryRun = Readonly<{
  /** Why it could not be adopted at all. */
  refusal: Refusal | null;
  warnings: readonly Refusal[];
  /** Members in the room that make a sitting of a body with no vacant seat valid. */
  leastPresent: number | null;
  /** Votes in favour that then adopt, the others abstaining; null where none do, or weights count. */
  leastFor: number | null;
}>;

/** Tries a rulebook on a body of so many seats, all held; tells what is unsafe in it. */
export function dryRunOf(rulebook: Rulebook, seats: number): DryRun {
  const kept = rulebookRefusal(rulebook, seats);
  const refusal = kept?.outcome === 'refused' ? kept.refusal : null;
  if (refusal) return { refusal, warnings: [], leastPresent: null, leastFor: null };
  const leastPresent = leastPresentIn(rulebook.quorum, seats);
  const leastReplies = leastPresentIn(rulesInWriting(rulebook).quorum, seats);
  const leastFor = rulebook.weights ? null : leastForIn(rulebook, seats, leastPresent);
  const warnings = [
    ...ofNumbers(rulebook, { seats, leastPresent, leastFor }),
    ...ofMajority(rulebook),
    ...ofAttendance(rulebook, leastPresent, seats),
    ...ofProcedures(rulebook, { seats, leastReplies }),
    ...ballotWarnings(rulebook, leastPresent, seats),
    ...ofLogin(rulebook),
  ];
  return { refusal, warnings, leastPresent, leastFor };
}

function bodyOf(seats: number, present: number): Count {
  const entitled = Array.from({ length: seats }, (_, i) => String(i));
  const there = entitled.slice(0, present);
  return { seats, entitled, chair: null, recused: [], present: there, ballots: [] };
}

function leastPresentIn({ categories: _categories, ...quorum }: QuorumRule, seats: number): number {
  const numbers = Array.from({ length: seats }, (_, i) => i + 1);
  return numbers.find((n) => quorumOf(bodyOf(seats, n), quorum).reached) ?? seats;
}

function leastForIn(rulebook: Rulebook, seats: number, present: number): number | null {
  const { categories: _categories, ...quorum } = rulebook.quorum;
  const votes = Array.from({ length: present }, (_, i) => i + 1);
  const adopts = (inFavour: number) => {
    const body = bodyOf(seats, present);
    const choice = (i: number): VoteChoice => (i < inFavour ? 'for' : 'abstain');
    const ballots = body.present.map((seat, i): Ballot => ({ seat, choice: choice(i) }));
    return outcomeOf({ ...body, ballots }, { ...rulebook, quorum }).outcome === 'approved';
  };
  return votes.find((n) => adopts(n)) ?? null;
}

type Numbers = Readonly<{ seats: number; leastPresent: number; leastFor: number | null }>;

function ofNumbers(rulebook: Rulebook, { seats, leastPresent, leastFor }: Numbers): Refusal[] {
  const warnings: Refusal[] = [];
  const { weights } = rulebook;
  if (leastFor !== null && leastFor * 4 < seats) {
    warnings.push(warning(rulebookWarnings.FewDecide, { votes: leastFor, seats }));
  }
  if (leastFor === null && !weights) {
    warnings.push(warning(rulebookWarnings.UndecidableAtQuorum, { present: leastPresent }));
  }
  const calls = rulebook.secondCall ? [leastPresentIn(rulebook.secondCall, seats)] : [];
  const lowest = Math.min(leastPresent, ...calls);
  if (lowest * 3 < seats) {
    warnings.push(warning(rulebookWarnings.QuorumBelowThird, { present: lowest, seats }));
  }
  return warnings;
}

function ofMajority(rulebook: Rulebook): Refusal[] {
  const { majority, tie, tieUnpresided } = rulebook;
  const found: readonly (readonly [Rule, boolean])[] = [
    [rulebookWarnings.AbstentionCountsAgainst, abstentionCounts(majority)],
    [rulebookWarnings.RecusalCountsAgainst, recusalCounts(rulebook)],
    [rulebookWarnings.VacancyCountsAgainst, vacancyCounts(rulebook)],
    [rulebookWarnings.OneBlocks, majority.unanimity !== undefined],
    [rulebookWarnings.TieWithoutChair, tie === 'chairDecides' && tieUnpresided === undefined],
  ];
  return found.filter(([, holds]) => holds).map(([rule]) => warning(rule));
}

function recusalCounts({ majority: { base, unanimity }, recusedLeaveBase }: Rulebook): boolean {
  if (recusedLeaveBase || unanimity === 'noObjection') return false;
  return base === 'entitled' || base === 'seats' || base === 'present';
}

function vacancyCounts({ majority, quorum }: Rulebook): boolean {
  return majority.base === 'seats' || (quorum.kind === 'fraction' && quorum.of !== 'seatsFilled');
}

function abstentionCounts({ base, unanimity }: MajorityRule): boolean {
  return base !== 'castLessAbstentions' && unanimity !== 'noObjection';
}

function ofAttendance({ noticeDays, delegation }: Rulebook, leastPresent: number, seats: number) {
  const warnings: Refusal[] = [];
  if (noticeDays === 0) warnings.push(warning(rulebookWarnings.NoNotice));
  const people = Math.ceil(leastPresent / ((delegation?.max ?? 0) + 1));
  if (delegation && people * 3 < seats) {
    warnings.push(warning(rulebookWarnings.FewPeopleMakeQuorum, { people }));
  }
  return warnings;
}

/** an act that binds is as sure as the login of who gives it. */
function ofLogin({ login }: Rulebook): Refusal[] {
  const isAny = login === undefined || login.assurance === 'low';
  return isAny ? [warning(rulebookWarnings.AnyLoginDecides)] : [];
}

/** D-3: what the rules of a body mean for its votes that are not named. */
function ballotWarnings(rulebook: Rulebook, leastPresent: number, seats: number): Refusal[] {
  const { ballots = [], majority, tie, closing } = rulebook;
  const secret = ballots.some((form) => isSecret(form));
  const never = !countsSecretly(rulebook) || seats < SECRET_VOTERS_MIN;
  const few = !never && leastPresent < SECRET_VOTERS_MIN;
  const waits = closing === 'settled' && ballots.some((form) => hasBox(form));
  const found: readonly (readonly [Rule, boolean, Refusal['details']?])[] = [
    [rulebookWarnings.SecretNeverPossible, secret && never],
    [rulebookWarnings.SecretAtQuorumTooFew, secret && few, { present: leastPresent }],
    [rulebookWarnings.SecretWithoutCastingVote, secret && tie === 'chairDecides'],
    [rulebookWarnings.SecretUnanimityDiscloses, secret && majority.unanimity !== undefined],
    [rulebookWarnings.SilenceKeepsOpen, waits],
  ];
  return found.filter(([, holds]) => holds).map(([rule, , details]) => warning(rule, details));
}

function warning(rule: Rule, details: Refusal['details'] = {}): Refusal {
  return { ...rule, details };
}
