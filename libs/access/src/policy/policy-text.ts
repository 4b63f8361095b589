import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policySetTextToParts, policyToJson, validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';
import { canonicalJson } from '@tavolo/kernel';
import type { Sha256 } from '@tavolo/kernel';
import { outsideOfSubset } from './closed-subset.js';

const FOLDER = 'policies';
const SCHEMA = 'tavolo.cedarschema';

/** The policies as they are written, with their schema; what `PolicyActivated` keeps. */
export type PolicyText = Readonly<{
  schema: string;
  files: readonly Readonly<{ name: string; text: string }>[];
}>;

/** One policy by its id, with what it says in words. */
export type Policy = Readonly<{
  id: string;
  /** Those that it names, single ones and groups. */
  actions: readonly string[];
  text: string;
  it: string;
  en: string;
  forbids: boolean;
}>;

/** The policies do not hold together: the server does not start on them. */
export class BadPolicies extends Error {}

/** Names exactly this text, whatever machine or order it was read in. */
export function policyHash({ schema, files }: PolicyText): Sha256 {
  const sorted = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const text = canonicalJson({ schema, files: sorted });
  return createHash('sha256').update(text).digest('hex') as Sha256;
}

/** The folder `policies`, found upwards from this file, from the source as from the build. */
export function readPolicies(): PolicyText {
  const folder = policyFolder();
  const names = readdirSync(folder).filter((name) => name.endsWith('.cedar'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {
    schema: read(SCHEMA),
    files: names.sort().map((name) => ({ name, text: read(name) })),
  };
}

function policyFolder(): string {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, FOLDER, SCHEMA))) {
    const parent = dirname(above);
    if (parent === above) throw new BadPolicies(`${FOLDER}/${SCHEMA} is missing`);
    above = parent;
  }
  return join(above, FOLDER);
}

/**
 * Every policy of a text, strictly validated against its schema: each with an id of its own and a
 * sentence in both languages. @throws BadPolicies
 */
export function checkedPolicies(text: PolicyText): readonly Policy[] {
  const policies = text.files.flatMap((file) => policiesIn(file));
  const ids = new Set(policies.map(({ id }) => id));
  if (ids.size !== policies.length) throw new BadPolicies('two policies have one id');
  const staticPolicies = staticOf(policies);
  const answer = validate({
    ...{ validationSettings: { mode: 'strict' }, schema: text.schema },
    policies: { staticPolicies },
  });
  if (answer.type === 'failure') throw new BadPolicies(messagesOf(answer.errors));
  const ofPolicies = [...answer.validationErrors, ...answer.validationWarnings];
  const found = [...ofPolicies.map(({ error }) => error), ...answer.otherWarnings];
  if (found.length > 0) throw new BadPolicies(messagesOf(found));
  return policies;
}

/** Policies by id, as Cedar takes them. */
export function staticOf(policies: readonly Policy[]): Record<string, string> {
  return Object.fromEntries(policies.map(({ id, text }) => [id, text]));
}

function policiesIn({ name, text }: PolicyText['files'][number]): readonly Policy[] {
  const parts = policySetTextToParts(text);
  if (parts.type === 'failure') throw new BadPolicies(`${name}: ${messagesOf(parts.errors)}`);
  if (parts.policy_templates.length > 0) throw new BadPolicies(`${name} has a template`);
  return parts.policies.map((policy) => policyOf(name, policy));
}

function policyOf(file: string, text: string): Policy {
  const answer = policyToJson(text);
  if (answer.type === 'failure') throw new BadPolicies(`${file}: ${messagesOf(answer.errors)}`);
  const { action, annotations = {}, effect } = answer.json;
  const { id, it, en } = annotations as Record<string, string | null | undefined>;
  if (!id || !it || !en) throw new BadPolicies(`${file}: a policy lacks @id, @it or @en: ${text}`);
  const outside = outsideOfSubset(answer.json);
  if (outside !== null) throw new BadPolicies(`${file}, ${id}: ${outside}`);
  return { id, text, it, en, actions: actionsIn(action), forbids: effect === 'forbid' };
}

function actionsIn(action: PolicyJson['action']): readonly string[] {
  const named = JSON.stringify(action).matchAll(/"id":"(\w+)"/gu);
  return [...named].map(([, id = '']) => id);
}

function messagesOf(errors: readonly Readonly<{ message: string }>[]): string {
  return errors.map(({ message }) => message).join('; ');
}
