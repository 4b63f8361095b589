import {
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import type {
  AuthorizationAnswer,
  CedarValueJson,
  EntityJson,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Sha256 } from '@tavolo/kernel';
import type { PolicyBook } from './policy-book.js';
import { BadPolicies, staticOf } from './policy-text.js';
import { Authorizer, roles } from './question.js';
import type { Question, Slice, Standing, Verdict } from './question.js';

/** What is told where the policies could not be asked; the question holds no personal data. */
export type Alarm = (trouble: string, question: Question) => void;

/**
 * Cedar, in process. Policies and schema are parsed once; a question carries the principal, the
 * resource with all above it, and the scopes of one mandate.
 */
export class CedarAuthorizer extends Authorizer {
  readonly hash: Sha256;
  readonly #alarm: Alarm;

  /** A book holds valid policies alone: nothing is checked a second time. */
  constructor({ hash, all, text }: PolicyBook, alarm: Alarm = () => undefined) {
    super();
    this.hash = hash;
    this.#alarm = alarm;
    const policies = { staticPolicies: staticOf(all) };
    const parsed = preparsePolicySet(this.hash, policies);
    if (parsed.type === 'failure') throw new BadPolicies(JSON.stringify(parsed.errors));
    const schema = preparseSchema(this.hash, text.schema);
    if (schema.type === 'failure') throw new BadPolicies(JSON.stringify(schema.errors));
  }

  decide(question: Question): Verdict {
    const verdict = verdictOf(this.#asked(question));
    if (verdict.trouble !== null) this.#alarm(verdict.trouble, question);
    return verdict;
  }

  /** A mistake of ours is a failure like one of Cedar's: it denies. */
  #asked({ principal, action, resource, standing }: Question): AuthorizationAnswer {
    try {
      return statefulIsAuthorized({
        ...{ principal, action: { type: 'Action', id: action }, resource: scope(resource.id) },
        ...{ context: contextOf(standing), entities: [entityOf(resource)] },
        ...{ preparsedPolicySetId: this.hash, preparsedSchemaName: this.hash },
        // Refuses a request that lacks an attribute: a prohibition on it would be skipped.
        validateRequest: true,
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { type: 'failure', errors: [failureOf(message)], warnings: [] };
    }
  }
}

/**
 * Cedar permits although a prohibition failed to evaluate, and says so in its diagnostics. Here
 * any error denies.
 */
export function verdictOf(answer: AuthorizationAnswer): Verdict {
  if (answer.type === 'failure') {
    const trouble = answer.errors.map(({ message }) => message).join('; ');
    return { allowed: false, policies: [], trouble };
  }
  const { decision, diagnostics } = answer.response;
  const policies = diagnostics.reason.toSorted();
  if (diagnostics.errors.length === 0) {
    return { allowed: decision === 'allow', policies, trouble: null };
  }
  const trouble = diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`);
  return { allowed: false, policies, trouble: trouble.join('; ') };
}

function failureOf(message: string) {
  return { message, help: null, code: null, url: null, severity: null };
}

function scope(id: string) {
  return { type: 'Scope', id };
}

function entityOf({ id, above }: Slice): EntityJson {
  return { uid: scope(id), attrs: {}, parents: above.map(scope) };
}

/** The facts of a question, as the schema names them. */
export function contextOf({ mandate, forOneself, at }: Standing): Record<string, CedarValueJson> {
  const context: Record<string, CedarValueJson> = { mandate, forOneself };
  for (const role of roles) {
    context[role] = (at[role] ?? []).map((id) => ({ __entity: scope(id) }));
  }
  return context;
}
