import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { concerns, moves } from '@tavolo/waiting';
import type { AnyPart, State } from '@tavolo/waiting';
import { projections, waitingParts } from '../../apps/api/src/stores/projections.js';
import { tableOf } from './markdown.js';

const README = new URL('../../libs/waiting/README.md', import.meta.url);
const BEGIN = '<!-- states: npm run waiting writes what follows -->\n';

/** Streams that keep a value for others and whose facts nobody has to answer. */
const keepers = ['budget', 'tree'];

const statesOf = (part: AnyPart) =>
  Object.entries(part.states as Readonly<Record<string, State<unknown>>>);

describe('who is waited for', () => {
  it('every kind of object that is read has its answer, or is known to need none', () => {
    const categories = new Set(projections.flatMap((one) => one.categories));
    const unanswered = [...categories].filter(
      (category) =>
        !keepers.includes(category) &&
        !waitingParts.some((part) => concerns(part, `${category}-1`)),
    );
    expect(unanswered).toStrictEqual([]);
    expect(waitingParts.some((part) => concerns(part, 'pm_entry-1'))).toBe(true);
  });

  it('every state is an end, at rest for a reason, or awaits at least one known move', () => {
    const silent = waitingParts.flatMap((part) =>
      statesOf(part)
        .filter(([, state]) => !isAnswered(state))
        .map(([name]) => `${part.name} ${name}`),
    );
    expect(silent).toStrictEqual([]);
    expect(isAnswered({ is: 'awaited', moves: [], of: () => [] })).toBe(false);
    expect(isAnswered({ is: 'atRest', why: '' })).toBe(false);
  });

  it('every move in the vocabulary is awaited somewhere', () => {
    const used = new Set(
      waitingParts.flatMap((part) => [
        ...statesOf(part).flatMap(([, state]) => (state.is === 'awaited' ? state.moves : [])),
        ...(part.beside?.moves ?? []),
      ]),
    );
    expect(Object.keys(moves).filter((code) => !used.has(code as keyof typeof moves))).toEqual([]);
  });

  it('the README has the table of the states', () => {
    const [before = ''] = readFileSync(README, 'utf8').split(BEGIN);
    const whole = `${before}${BEGIN}\n${tables()}`;
    if (process.env.UPDATE_WAITING === '1') writeFileSync(README, whole);
    expect(readFileSync(README, 'utf8')).toBe(whole);
  });
});

function isAnswered(state: State<unknown>): boolean {
  if (state.is === 'awaited') return state.moves.length > 0;
  return state.is === 'end' || state.why !== '';
}

/** A table for each kind of object, as Prettier would write it. */
function tables(): string {
  return waitingParts.map((part) => `### ${part.name}\n\n${statesTable(part)}\n`).join('\n');
}

function statesTable(part: AnyPart): string {
  const states = statesOf(part).map(([name, state]) => [name, answerOf(state)] as const);
  const beside = part.beside?.moves ?? [];
  return tableOf([
    ['State', 'Awaited'],
    ...states,
    ...(beside.length > 0 ? [['in any state', beside.join(', ')]] : []),
  ]);
}

function answerOf(state: State<unknown>): string {
  if (state.is === 'awaited') return state.moves.join(', ');
  return state.is === 'end' ? 'nobody: it is over' : `nobody: ${state.why}`;
}
