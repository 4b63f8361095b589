import { commonRules, Gatekeeper } from '@tavolo/command';
import type { Admission, Admitted, Mandate } from '@tavolo/command';
import type { JsonObject } from '@tavolo/event-store';
import type { PersonRef, Refusal, Sha256 } from '@tavolo/kernel';
import { isService } from '../identity/service.js';
import { INSTANCE_STREAM } from '../instance.js';
import { accessRules, refusalBy } from './access.rules.js';
import type { PolicyBook } from './policy-book.js';
import type { Action, Authorizer, Question, Subject, Verdict } from './question.js';
import { foundedPlace } from './realm.js';
import type { Realm, Surroundings } from './realm.js';
import { standingOf } from './standing.js';
import type { Stood } from './standing.js';

/** Acts by which somebody gets a power, and where their command names who. */
const givingPower: readonly Action[] = ['appoint', 'empower', 'mandate'];

/** A question, and what it was made of. */
export type Asked = Readonly<{ question: Question; stood: Stood }>;

/** Policies, to be asked and to put their answer into words. */
export type Asking = Readonly<{ authorizer: Authorizer; book: PolicyBook }>;

/** Asks the policies about every command, on facts read from the log's own streams for it. */
export class PolicyGatekeeper extends Gatekeeper {
  constructor(
    private readonly parts: Readonly<{
      /** The active ones: asked for at every command, for an activation changes them. */
      active: () => Asking;
      /** What an activation is asked of: those that it would make active. */
      offered: () => Asking;
      realm: Realm;
    }>,
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
    const forOneself = givingPower.includes(act.action) && message.data.person === mandate.person;
    const about = { action: act.action, around, mandate, forOneself };
    const asked = await askedOf(this.parts.realm, about);
    // Policies that lack what the software asks must not keep out those that have it.
    return answered(asked, act.action === 'activate' ? this.parts.offered() : this.parts.active());
  }

  /** A process goes on with what a person began; it is asked about like everything else. */
  #process(id: string): Admitted {
    const question = questionOfProcess(id);
    const stood = { standing: question.standing, basis: [] };
    return answered({ question, stood }, this.parts.active());
  }
}

function questionOfProcess(id: string): Question {
  return {
    ...{ principal: { type: 'Process', id }, action: 'process' },
    resource: { id: INSTANCE_STREAM, above: [] },
    standing: { mandate: 'process', forOneself: false, at: {} },
  };
}

/**
 * By which policies a process notes what it heard and what follows. It is a note and no act: where
 * they deny, its commands are refused, and what it notes then names what denied them.
 */
export function policyOfProcess(
  authorizer: Authorizer,
  process: PersonRef,
): Readonly<{ hash: Sha256; ids: readonly string[] }> {
  const { policies: ids } = authorizer.decide(questionOfProcess(process));
  return { hash: authorizer.hash, ids };
}

/** What is asked about one act under one mandate. */
export type AskedAbout = Readonly<{
  action: Action;
  around: Surroundings;
  mandate: Mandate;
  forOneself: boolean;
}>;

/** The question about an act, on facts of the log, with the streams that they were read from. */
export async function askedOf(
  realm: Realm,
  { action, around, mandate, forOneself }: AskedAbout,
): Promise<Asked> {
  const { organisation } = mandate;
  const acts = organisation === null ? null : await realm.place(organisation);
  const stood = standingOf(mandate, around, { forOneself, acts });
  const principal = subjectOf(mandate);
  const question = { principal, action, resource: around.slice, standing: stood.standing };
  return { question, stood };
}

function answered({ question, stood }: Asked, { authorizer, book }: Asking): Admitted {
  const verdict = authorizer.decide(question);
  const refusal = refusalOfVerdict({ action: question.action, verdict, book });
  if (refusal) return { refusal };
  return { policy: { hash: authorizer.hash, ids: verdict.policies }, basis: stood.basis };
}

/** Why the policies do not let it happen, in words; null where they do, and in no other case. */
export function refusalOfVerdict({
  action,
  verdict: { allowed, policies, trouble },
  book,
}: Readonly<{ action: Action; verdict: Verdict; book: PolicyBook }>): Refusal | null {
  if (trouble !== null) return { ...accessRules.PoliciesSilent, details: {} };
  if (allowed) return null;
  return refusalBy({ action, forbidding: book.named(policies) }, book.permitting(action));
}

/** Who acts under a mandate: a service is told by its mandate, a person is everybody else. */
export function subjectOf({ kind, person }: Mandate): Subject {
  return { type: kind === 'service' || isService(person) ? 'Service' : 'Person', id: person };
}

function idIn(data: JsonObject, field: string): string {
  const id = data[field];
  return typeof id === 'string' ? id : '';
}
