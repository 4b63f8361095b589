import { commandOf, derivedId } from '@tavolo/command';
import type { Grounded, Instance } from '@tavolo/command';
import type { AgreementId, Agreements } from '@tavolo/agreements';
import type { DecisionId, Decisions } from '@tavolo/boards';
import type { Budgets, CallStanding, Calls } from '@tavolo/programmes';
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
    }>,
  ) {}

  /** Null for a command that rests on nothing of this. */
  of(request: PlanRequest, state: PlanState): PlanGround | null {
    const { asked } = request;
    switch (asked.type) {
      case 'DraftRemodulation':
        return this.#onBudget(request, null, this.#newId(request));
      case 'RequestRemodulation':
        return this.#onBudget(request, state);
      case 'RequestExtension':
        return this.#onCall(request, state);
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

  async #onBudget(request: PlanRequest, state: PlanState | null, newId?: string): PlanGround {
    const budget = await this.ports.budgets.standing(request.target);
    const call = state && (await this.#callOf(state));
    const grounds = newId === undefined ? { budget, call } : { budget, newId };
    const basis = [budget, call].flatMap((found) => (found ? [found.basis] : []));
    const command = commandOf(request, grounds);
    return { command, basis, ...(newId !== undefined && { result: { newId } }) };
  }

  async #onCall(request: PlanRequest, state: PlanState): PlanGround {
    const call = await this.#callOf(state);
    const newId = this.#newId(request);
    const command = commandOf(request, { call, newId });
    return { command, basis: call ? [call.basis] : [], result: { newId } };
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
