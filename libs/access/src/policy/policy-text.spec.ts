import { describe, expect, it } from '@jest/globals';
import { BadPolicies, checkedPolicies, policyHash, readPolicies } from './policy-text.js';
import type { PolicyText } from './policy-text.js';
import { actions, roles } from './question.js';

const text = readPolicies();
const only = (policy: string): PolicyText => ({ ...text, files: [{ name: 'one', text: policy }] });
const named = (policy: string) => only(`@id("a") @it("a") @en("a") ${policy}`);

describe('the policies', () => {
  it('are strictly valid, and each has an id and its sentence in both languages', () => {
    const policies = checkedPolicies(text);
    expect(policies.length).toBeGreaterThan(30);
    expect(policies.filter(({ forbids }) => forbids)).toHaveLength(5);
  });

  it.each([
    [
      'name what the schema does not know',
      'permit (principal, action == Action::"fly", resource);',
    ],
    [
      'ask for a fact that nobody gives',
      'permit (principal, action == Action::"vote", resource) when { resource in context.king };',
    ],
    ['can never apply', 'permit (principal is Process, action == Action::"vote", resource);'],
    ['name a person', 'permit (principal == Person::"ada", action == Action::"vote", resource);'],
    ['name a scope', 'permit (principal, action == Action::"vote", resource in Scope::"board-1");'],
    ['are for every action', 'permit (principal, action, resource);'],
    [
      'say when not',
      'permit (principal, action == Action::"vote", resource) unless { context.forOneself };',
    ],
    [
      'ask how many scopes a role has',
      'permit (principal, action == Action::"vote", resource) when { context.seat.isEmpty() };',
    ],
    ['do not parse', 'permit (principal'],
  ])('are refused where they %s', (_, policy) => {
    expect(() => checkedPolicies(named(policy))).toThrow(BadPolicies);
  });

  it('are refused without an id, without a sentence, and with the same id twice', () => {
    const policy = 'permit (principal, action == Action::"vote", resource);';
    expect(() => checkedPolicies(only(policy))).toThrow(/lacks @id/);
    expect(() => checkedPolicies(only(`@id("a") @it("a") ${policy}`))).toThrow(/@en/);
    const twice = `@id("a") @it("a") @en("a") ${policy}`;
    expect(() => checkedPolicies(only(twice + twice))).toThrow(/one id/);
    expect(checkedPolicies(only(twice))).toHaveLength(1);
  });

  it('have a hash of their text, whatever the order of the files', () => {
    const turned = { ...text, files: text.files.toReversed() };
    expect(policyHash(turned)).toBe(policyHash(text));
    const [first, ...others] = text.files;
    const changed = [{ name: first?.name ?? '', text: `${first?.text ?? ''} ` }, ...others];
    expect(policyHash({ ...text, files: changed })).not.toBe(policyHash(text));
  });

  it('and their schema know exactly the actions and roles that the program asks about', () => {
    const declared = text.schema.matchAll(
      /^action ([\w, \n]+?)(?: in \[\w+\])?(?:\n? *appliesTo|;)/gmu,
    );
    const names = [...declared].flatMap(([, list = '']) => list.split(/[,\s]+/u)).filter(Boolean);
    const leaves = names.map((name) => name.replace(/\s*in$/u, ''));
    const groups = ['write', 'decide'];
    expect(leaves.filter((name) => !groups.includes(name) && name !== 'in').sort()).toStrictEqual(
      [...actions].sort(),
    );
    const sets = [...text.schema.matchAll(/(\w+): Set<Scope>/gu)].map(([, role]) => role);
    expect(sets).toStrictEqual([...roles]);
  });
});
