import type { PersonRef } from '@tavolo/kernel';

/** Whether a reference stands for another system, and for no person. */
export function isService(ref: PersonRef): boolean {
  return ref.startsWith('service-');
}
