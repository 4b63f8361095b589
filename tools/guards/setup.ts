import { appendFileSync, readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import fc from 'fast-check';

// A counterexample is enough: nobody reads how small it can be made.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

type Rule = Readonly<{ rule: string; code: string }>;

declare global {
  // Read by the sources that `switchable.ts` has rewritten.
  var guards: { keeps: (rule: Rule) => boolean };
}

const { GUARDS_OFF = '', GUARDS_SEEN = '' } = process.env;
/** The guard that is taken away in each test file: `PA-1 TaxCodeHeld`. */
const off = JSON.parse(readFileSync(GUARDS_OFF, 'utf8')) as Off;
type Off = Readonly<Record<string, string>>;

const seen = new Set<string>();

/** Says whether a guard still keeps, and notes which test file met it. */
globalThis.guards = {
  keeps: ({ rule, code }) => {
    const guard = `${rule} ${code}`;
    const { testPath = '' } = expect.getState();
    if (!seen.has(guard)) {
      seen.add(guard);
      appendFileSync(GUARDS_SEEN, `${JSON.stringify({ guard, testPath })}\n`);
    }
    return off[testPath] !== guard;
  },
};
