import { setTimeout as after } from 'node:timers/promises';

/** The answer, or null where it fails or takes longer than whoever asks will wait. */
export async function inTime<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  const answered = new AbortController();
  const late = after(ms, null, { signal: answered.signal }).catch(() => null);
  try {
    return await Promise.race([answer.catch(() => null), late]);
  } finally {
    answered.abort();
  }
}
