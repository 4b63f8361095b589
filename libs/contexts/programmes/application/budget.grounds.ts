import { entry } from '@tavolo/kernel';
import type { AgreementId, Agreements } from '@tavolo/agreements';
import type { DecisionId, Decisions } from '@tavolo/boards';
import { commandOf, derivedId } from '@tavolo/command';
import type { Grounded, Instance } from '@tavolo/command';
import type { PartnerId, Partners } from '@tavolo/partners';
import type { PlanBudgets, PlanId } from '@tavolo/plans';
import type { BudgetCommand } from '../domain/budget.commands.js';
import type { BudgetState } from '../domain/budget.state.js';
import type { BudgetRequest } from './budget.aggregate.js';

/** What a binding command names; null where it does not. */
type Named = Readonly<{
  partner: PartnerId | null;
  agreement: AgreementId | null;
  decision: DecisionId | null;
}>;

/** What decisions on the money of a plan are grounded on, each read from its own stream. */
export class BudgetGrounds {
  constructor(
    private readonly ports: Readonly<{
      agreements: Agreements;
      decisions: Decisions;
      instance: Instance;
      partners: Partners;
      plans: PlanBudgets;
    }>,
  ) {}

  /** The full command with the streams it rests on. */
  of(
    request: BudgetRequest,
    state: BudgetState,
  ): Grounded<BudgetCommand> | Promise<Grounded<BudgetCommand>> {
    const { asked } = request;
    switch (asked.type) {
      case 'OpenBudget':
        return this.#onPlan(request);
      case 'ReserveFunds': {
        const { partner } = asked.data;
        return this.#onAll(request, { partner, agreement: null, decision: null });
      }
      case 'CommitFunds': {
        const partner = entry(state.reservations, asked.data.reservation)?.partner ?? null;
        return this.#onAll(request, { ...asked.data, partner });
      }
      case 'AdjustCommitment': {
        const { partner = null, agreement = null } =
          entry(state.commitments, asked.data.commitment) ?? {};
        return this.#onAll(request, { ...asked.data, partner, agreement });
      }
      default:
        return { command: commandOf(request) };
    }
  }

  async #onPlan(request: BudgetRequest): Promise<Grounded<BudgetCommand>> {
    const plan = await this.ports.plans.of(planOf(request));
    return { command: commandOf(request, { plan }), basis: plan ? [plan.basis] : [] };
  }

  /** B-2: each ground is read from the stream that owns it. */
  async #onAll(request: BudgetRequest, named: Named): Promise<Grounded<BudgetCommand>> {
    const plan = await this.ports.plans.of(planOf(request));
    const partner = named.partner && (await this.ports.partners.standing(named.partner));
    const agreement = named.agreement && (await this.ports.agreements.standing(named.agreement));
    const decision = named.decision && (await this.ports.decisions.standing(named.decision));
    const found = [plan, partner, agreement, decision];
    const basis = found.flatMap((standing) => (standing ? [standing.basis] : []));
    const newId = this.#newId(request);
    const command = commandOf(request, { plan, partner, agreement, decision, newId });
    return { command, basis, result: { newId } };
  }

  #newId({ asked, envelope: { by, commandId } }: BudgetRequest): string {
    return derivedId(this.ports.instance.facts.id, by.person, commandId, asked.type);
  }
}

function planOf({ target }: BudgetRequest): PlanId {
  return target.replace(/^budget-/u, 'plan-') as PlanId;
}
