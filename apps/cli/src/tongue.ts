import type { Tongue } from '@tavolo/demo';
import { badOption } from './problem.js';

/** The language that somebody asked for. @throws Problem */
export function tongueOf(text: string): Tongue {
  if (text === 'it' || text === 'en') return text;
  throw badOption(`--locale is ${text}: write it or en.`);
}
