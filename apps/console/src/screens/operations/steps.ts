import type { Job } from './shape.ts';

const TENTHS = 10;
const PER_CENT = 100;

/** How far a job has come, in steps of ten per cent: what is announced. */
export function stepOf({ done, total }: Pick<Job, 'done' | 'total'>): number {
  return total === 0 ? 0 : Math.floor((done / total) * TENTHS) * (PER_CENT / TENTHS);
}
