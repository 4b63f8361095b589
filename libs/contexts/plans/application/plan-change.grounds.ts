import { commandOf, derivedId } from '@tavolo/command';
import type { Grounded, Instance } from '@tavolo/command';
import type { AgreementId, Agreements } from '@tavolo/agreements';
import type { DecisionId, Decisions } from '@tavolo/boards';
import type { Basis } from '@tavolo/event-store';
import type { Partners } from '@tavolo/partners';
import type { Budgets, CallStanding, Calls } from '@tavolo/programmes';
import type { LineAmounts } from '../contract/index.js';
import { partnersOf } from '../domain/plan.change.checks.js';
import type { PlanCommand } from '../domain/plan.commands.js';
import type { PlanState } from '../domain/plan.state.js';
import type { PlanRequest } from './plan.aggregate.js';

type PlanGround = Promise<Grounded<PlanCommand>>;

/** What decisions on changes of an approved plan are grounded on. */
export class PlanChangeGrounds {
  constructor(
    private readonly ports: Readonly<{
      agreements: Agreements;
      budgets: Budgets;
      calls: Calls;
      decisions: Decisions;
      instance: Instance;
      partners: Partners;
    }>,
  ) {}

  /** Null for a command that rests on nothing of this. */
  of(request: PlanRequest, state: PlanState): PlanGround | null {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftRemodulation':
        return this.#onDraft(request, state, asked.data.lines);
      case 'RequestRemodulation':
        return this.#onBudget(request, state);
      case 'RequestExtension':
        return this.#onExtension(request, state, asked.data.lines);
      case 'AuthoriseExtension':
        return this.#onActs(request, asked.data);
      case 'GrantNoCostExtension':
        return this.#onActs(request, { ...asked.data, agreement: null });
      case 'GrantCostedExtension':
        return this.#onAll(request, state);
      default:
        return null;
    }
  }

  async #onDraft(
    request: PlanRequest,
    state: PlanState,
    lines: readonly LineAmounts[],
  ): PlanGround {
    const budget = await this.ports.budgets.standing(request.target);
    const { heirs, basis } = await this.#heirsOf(state, lines);
    const newId = this.#newId(request);
    const command = commandOf(request, { budget, newId, heirs });
    return { command, basis: [...(budget ? [budget.basis] : []), ...basis], result: { newId } };
  }

  async #onBudget(request: PlanRequest, state: PlanState): PlanGround {
    const budget = await this.ports.budgets.standing(request.target);
    const call = await this.#callOf(state);
    const basis = [budget, call].flatMap((found) => (found ? [found.basis] : []));
    return { command: commandOf(request, { budget, call }), basis };
  }

  async #onExtension(
    request: PlanRequest,
    state: PlanState,
    lines: readonly LineAmounts[],
  ): PlanGround {
    const call = await this.#callOf(state);
    const { heirs, basis } = await this.#heirsOf(state, lines);
    const newId = this.#newId(request);
    const command = commandOf(request, { call, newId, heirs });
    return { command, basis: [...(call ? [call.basis] : []), ...basis], result: { newId } };
  }

  /**
   * PA-9: who stands in the place of a partner of the plan, directly or through another one. Asked
   * only where a share goes to somebody who has none.
   */
  async #heirsOf(state: PlanState, lines: readonly LineAmounts[]) {
    const known = partnersOf(state);
    const named = lines.flatMap(({ shares }) => shares.map(({ partner }) => partner));
    const line = named.every((partner) => known.includes(partner)) ? [] : [...known];
    const basis: Basis[] = [];
    for (const partner of line) {
      const standing = await this.ports.partners.standing(partner);
      const heir = standing?.successor ?? null;
      if (standing) basis.push(standing.basis);
      if (heir !== null && !line.includes(heir)) line.push(heir);
    }
    return { heirs: line.filter((partner) => !known.includes(partner)), basis };
  }

  async #onActs(request: PlanRequest, acts: Acts): PlanGround {
    const { decision, agreement } = await this.#actsOf(acts);
    const basis = [decision, agreement].flatMap((found) => (found ? [found.basis] : []));
    const plan = request.target;
    const grounds = acts.agreement === null ? { decision, plan } : { decision, agreement, plan };
    return { command: commandOf(request, grounds), basis };
  }

  /** The acts are those that the authorisation named. */
  async #onAll(request: PlanRequest, state: PlanState): PlanGround {
    const { decision: decided, agreement: amended } = state.change ?? {};
    const { decision, agreement } = await this.#actsOf({
      decision: (decided ?? null) as DecisionId | null,
      agreement: (amended ?? null) as AgreementId | null,
    });
    const call = await this.#callOf(state);
    const grounds = { decision, agreement, call, plan: request.target };
    const basis = [decision, agreement, call].flatMap((found) => (found ? [found.basis] : []));
    return { command: commandOf(request, grounds), basis };
  }

  async #actsOf({ decision, agreement }: Acts) {
    const { agreements, decisions } = this.ports;
    return {
      decision: decision === null ? null : await decisions.standing(decision),
      agreement: agreement === null ? null : await agreements.standing(agreement),
    };
  }

  async #callOf({ head }: PlanState): Promise<CallStanding | null> {
    return head && (await this.ports.calls.standing(head.call));
  }

  #newId({ envelope: { by, commandId } }: PlanRequest): string {
    return derivedId(this.ports.instance.facts.id, by.person, commandId, 'change');
  }
}

interface Acts {
  readonly decision: DecisionId | null;
  readonly agreement: AgreementId | null;
}
