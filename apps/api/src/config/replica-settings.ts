import { BadConfig } from './bad-config.js';

/** What a server is to the others that share its log and its private store. */
export type ReplicaSettings = Readonly<{
  /** Milliseconds without a sign of life after which another takes its lease. */
  patienceMs: number;
}>;

const PATIENCE_MAX_S = 300;

/** @throws BadConfig */
export function replicaSettingsOf({ TAVOLO_LEASE_SECONDS }: NodeJS.ProcessEnv): ReplicaSettings {
  return { patienceMs: secondsOf(TAVOLO_LEASE_SECONDS ?? '10') * 1_000 };
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= PATIENCE_MAX_S) return seconds;
  throw new BadConfig(
    `TAVOLO_LEASE_SECONDS is ${text}: write a whole number from 1 to ${String(PATIENCE_MAX_S)}.`,
  );
}
