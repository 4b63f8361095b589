import type { Mandate } from '@tavolo/command';

/** Whether a mandate is that of an administrator: the founder's, or one that was given and confirmed. */
export function isAdministrator({ kind }: Pick<Mandate, 'kind'>): boolean {
  return kind === 'founder' || kind === 'administrator';
}
