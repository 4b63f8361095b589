import { commonRules, Gatekeeper } from '@tavolo/command';
import type { Admission, Admitted, Mandate } from '@tavolo/command';
import type { JsonObject } from '@tavolo/event-store';
import type { Refusal } from '@tavolo/kernel';
import { INSTANCE_STREAM } from '../instance.js';
import { accessRules, refusalBy } from './access.rules.js';
import type { PolicyBook } from './policy-book.js';
import type { Action, Authorizer, Question, Subject, Verdict } from './question.js';
import { foundedPlace } from './realm.js';
import type { Act, Realm, Surroundings } from './realm.js';
import { standingOf } from './standing.js';
import type { Stood } from './standing.js';

/** Acts by which somebody gets a power, and where their command names who. */
const givingPower: readonly Action[] = ['appoint', 'empower', 'mandate'];

type Asked = Readonly<{ question: Question; stood: Stood }>;

/** Asks the policies about every command, on facts read from the log's own streams for it. */
export class PolicyGatekeeper extends Gatekeeper {
  constructor(
    private readonly parts: Readonly<{ authorizer: Authorizer; book: PolicyBook; realm: Realm }>,
  ) {
    super();
  }

  async admit({ message, target, sender, mandate }: Admission): Promise<Admitted> {
    if (!mandate) return this.#process(sender.person);
    const act = this.parts.realm.actOf(message);
    // Not even the question is known: nothing that a person may do.
    if (!act) return { refusal: { ...accessRules.NotPermitted, details: { type: message.type } } };
    const on = act.on === undefined ? target : idIn(message.data, act.on);
    const founding = message.target === null ? foundedPlace(act, message.data) : undefined;
    const around = await this.parts.realm.around(on, founding);
    if (!around) return { refusal: { ...commonRules.Unknown, details: { id: on } } };
    const asked = await this.#asked({ act, around, mandate, data: message.data });
    return this.#answered(asked, this.parts.authorizer.decide(asked.question));
  }

  /** A process goes on with what a person began; it is asked about like everything else. */
  #process(id: string): Admitted {
    const question: Question = {
      ...{ principal: { type: 'Process', id }, action: 'process' },
      resource: { id: INSTANCE_STREAM, above: [] },
      standing: { mandate: 'process', forOneself: false, at: {} },
    };
    const stood = { standing: question.standing, basis: [] };
    return this.#answered({ question, stood }, this.parts.authorizer.decide(question));
  }

  async #asked({
    act: { action },
    around,
    mandate,
    data,
  }: Readonly<{
    act: Act;
    around: Surroundings;
    mandate: Mandate;
    data: JsonObject;
  }>): Promise<Asked> {
    const { organisation, person } = mandate;
    const acts = organisation === null ? null : await this.parts.realm.place(organisation);
    const forOneself = givingPower.includes(action) && data.person === person;
    const stood = standingOf(mandate, around, { forOneself, acts });
    const principal = subjectOf(mandate);
    const question = { principal, action, resource: around.slice, standing: stood.standing };
    return { question, stood };
  }

  #answered({ question, stood }: Asked, verdict: Verdict): Admitted {
    const refusal = this.#refusal(question.action, verdict);
    if (refusal) return { refusal };
    const { hash } = this.parts.authorizer;
    return { policy: { hash, ids: verdict.policies }, basis: stood.basis };
  }

  /** Null where the policies let it through, and in no other case. */
  #refusal(action: Action, { allowed, policies, trouble }: Verdict): Refusal | null {
    if (trouble !== null) return { ...accessRules.PoliciesSilent, details: {} };
    if (allowed) return null;
    const { book } = this.parts;
    return refusalBy({ action, forbidding: book.named(policies) }, book.permitting(action));
  }
}

/** Who acts under a mandate: a service is told by its mandate, a person is everybody else. */
export function subjectOf({ kind, person }: Mandate): Subject {
  return { type: kind === 'service' ? 'Service' : 'Person', id: person };
}

function idIn(data: JsonObject, field: string): string {
  const id = data[field];
  return typeof id === 'string' ? id : '';
}
