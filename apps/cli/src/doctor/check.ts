import { exits } from '../problem.js';
import type { Problem } from '../problem.js';

/** `said` is nobody's concern; `warning` will be somebody's one day; the others are now. */
export type Verdict = 'damaged' | 'failed' | 'ok' | 'said' | 'unreachable' | 'warning';

/** One thing that was looked at, and what was found. */
export type Check = Readonly<{ name: string; verdict: Verdict; value: string }>;

export const ok = (name: string, value: string): Check => ({ name, verdict: 'ok', value });
export const said = (name: string, value: string): Check => ({ name, verdict: 'said', value });
export const warning = (name: string, value: string): Check => ({
  ...{ name, verdict: 'warning', value },
});
export const failed = (name: string, value: string): Check => ({ name, verdict: 'failed', value });
export const damaged = (name: string, value: string): Check => ({
  ...{ name, verdict: 'damaged', value },
});
export const unreachable = (name: string, value: string): Check => ({
  ...{ name, verdict: 'unreachable', value },
});

/** How the command ends: by the worst that was found. */
const ENDS: readonly (readonly [Verdict, Problem['exitCode']])[] = [
  ['damaged', exits.damaged],
  ['unreachable', exits.unreachable],
  ['failed', exits.failed],
];

export function exitOf(checks: readonly Check[]): Problem['exitCode'] {
  const worst = ENDS.find(([verdict]) => checks.some((check) => check.verdict === verdict));
  return worst?.[1] ?? exits.ok;
}
