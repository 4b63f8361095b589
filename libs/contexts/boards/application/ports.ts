import type { AgreementId, Agreements } from '@tavolo/agreements';
import { commonRules, dayOf } from '@tavolo/command';
import type { Instance, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { Instant, LocalDate, Refusal, Sha256 } from '@tavolo/kernel';
import type { Networks } from '@tavolo/networks';
import type { Partners } from '@tavolo/partners';
import type { PlanId, Plans } from '@tavolo/plans';
import type { PrivateStore } from '@tavolo/private-store';
import type { BoardId } from '../contract/index.js';
import { rollOf } from '../domain/roll.js';
import type { Roll } from '../domain/roll.js';
import type { PlanOnTable } from '../domain/sitting.commands.js';
import { boards } from './aggregates.js';
import type { SittingRecords } from './sitting-records.js';
import type { VoteBoxes } from './vote-boxes.js';

/** What a ground was read as, and from which stream; nothing where there is no such object. */
export type Read<T> = Readonly<{ found: T | null; basis: readonly Basis[] }>;

/** What decisions in this context are grounded on, each read from the stream that owns it. */
export class BoardsPorts {
  constructor(
    readonly ports: Readonly<{
      agreements: Agreements;
      boxes: VoteBoxes;
      instance: Instance;
      networks: Networks;
      partners: Partners;
      plans: Plans;
      privateStore: PrivateStore;
      records: SittingRecords;
      transactions: Transactions;
    }>,
  ) {}

  /** Who is in office in a board on a day, by the dates in its own stream. */
  async roll(board: BoardId, day: LocalDate): Promise<Read<Roll>> {
    const loaded = await this.ports.transactions.load(boards, board);
    if (!loaded) return { found: null, basis: [] };
    const { state, revision, basis } = loaded;
    return { found: rollOf(state, { board, revision, day }), basis: [basis] };
  }

  /** The frozen version of a plan, what it still lacks, and the extension it is to be given. */
  async plan(id: PlanId): Promise<Read<PlanOnTable>> {
    const standing = await this.ports.plans.standing(id);
    if (!standing) return { found: null, basis: [] };
    const { frozen, readyForAdoption: missing, costedExtension, basis } = standing;
    const waiting = costedExtension === undefined ? {} : { costedExtension };
    return { found: { frozen, missing, ...waiting }, basis: [basis] };
  }

  /** The plan that an agreement is for. */
  async agreement(id: AgreementId): Promise<Read<Readonly<{ plan: PlanId | null }>>> {
    const standing = await this.ports.agreements.standing(id);
    if (!standing) return { found: null, basis: [] };
    return { found: { plan: standing.plan }, basis: [standing.basis] };
  }

  /** The day of an instant where the body sits. */
  dayOf(at: Instant): LocalDate {
    return dayOf(at, this.ports.instance.facts.zone);
  }

  /** the first document named that was never uploaded, as a refusal. */
  async missing(...hashes: readonly (Sha256 | undefined)[]): Promise<Refusal | null> {
    const named = hashes.filter((hash) => hash !== undefined);
    if (named.length === 0) return null;
    const known = await this.ports.privateStore.documents(named);
    const sha256 = named.find((hash) => !known.has(hash));
    return sha256 === undefined ? null : { ...commonRules.DocumentUnknown, details: { sha256 } };
  }
}
