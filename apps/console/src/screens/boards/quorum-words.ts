import type { Say } from '../../app/text.ts';
import type { boardMessages } from './board.messages.ts';
import type { Board } from './shape.ts';

/** How the page of a body speaks. */
export type Words = Say<keyof typeof boardMessages.it>;

/** Yes or no, as sentences choose by it. */
export const yes = (holds: boolean | null): 'no' | 'yes' => (holds === true ? 'yes' : 'no');

/** The quorum that a rulebook asks for, in words. */
export function quorumIn(rule: Board['rulebook']['quorum'], say: Words): string {
  const { kind, n, num, den, strict, of, counted, categories } = rule;
  const share = { strict: yes(strict), num: num ?? 1, den: den ?? 1, of: of ?? 'SEATS' };
  const asked = kind === 'COUNT' ? say('quorumCount', { n: n ?? 1 }) : say('quorumShare', share);
  const whole = counted === 'VOTED' ? say('quorumVoted', { rule: asked }) : asked;
  const each = (categories ?? []).map((one) => say('categoryMin', one));
  return each.length === 0
    ? whole
    : say('quorumCategories', { rule: whole, categories: each.join(', ') });
}
