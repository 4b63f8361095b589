import { badOption } from './problem.js';

/** A day as somebody wrote it. @throws Problem */
export function dayIn(option: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw badOption(`${option} is ${text}: write a day such as 2026-11-27.`);
}
