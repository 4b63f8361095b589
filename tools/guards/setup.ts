import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from '@jest/globals';
import fc from 'fast-check';

// A counterexample is enough: nobody reads how small it can be made.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Rule = Readonly<{ rule: string; code: string }>;
type Catalogue = Readonly<Record<string, Rule>>;

declare global {
  // Called by the sources that `switchable.ts` has rewritten.
  var guards: Readonly<{
    named: (catalogue: Catalogue, path: string) => Catalogue;
    keeps: (rule: Rule) => boolean;
  }>;
  /** Outlives a test file, as the modules do that hold the catalogues. */
  var guardNames: WeakMap<Rule, string> | undefined;
}

const { GUARDS_OFF = '', GUARDS_SEEN = '' } = process.env;
/** The guard that is taken away in each test file, by its name. */
const off = JSON.parse(readFileSync(GUARDS_OFF, 'utf8')) as Readonly<Record<string, string>>;

const names = (globalThis.guardNames ??= new WeakMap());
const seen = new Set<string>();

globalThis.guards = {
  /** A guard is one entry of one catalogue: `PA-1 TaxCodeHeld libs/…/partner.rules.ts`. */
  named: (catalogue, path) => {
    for (const entry of Object.values(catalogue)) {
      names.set(entry, `${entry.rule} ${entry.code} ${relative(process.cwd(), path)}`);
    }
    return catalogue;
  },
  /** Says whether a guard still keeps, and notes which test file met it. */
  keeps: (rule) => {
    const guard = names.get(rule);
    if (guard === undefined) return true;
    const { testPath = '' } = expect.getState();
    if (!seen.has(guard)) {
      seen.add(guard);
      appendFileSync(GUARDS_SEEN, `${JSON.stringify({ guard, testPath })}\n`);
    }
    return off[testPath] !== guard;
  },
};
