import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENT, invariantsOf, LEFT_OUT, sourcesIn } from '../../tools/invariants.js';
import type { Invariants, Sources } from '../../tools/invariants.js';

// The numbers are put together, so that no title and no text here passes for a test of a rule.
const rule = (family: string, n: number) => `${family}-${String(n)}`;
const [shown, left] = [rule('GB', 8), rule('B', 13)];

let here: Invariants;
/** A small house: every rule that is not left out has one test. */
let small: Sources;

beforeAll(() => {
  const sources = sourcesIn(process.cwd());
  here = invariantsOf(sources);
  const rows = sources.glossary.matchAll(/^\| ([A-Z]+-\d+) /gmu);
  const titles = [...rows]
    .flatMap(([, number = '']) => (number in sources.leftOut ? [] : [number]))
    .map((number) => `it('${number}: holds', () => {});`);
  const tests = [{ path: 'libs/small.spec.ts', text: titles.join('\n') }];
  small = { ...sources, code: [], tests };
}, 60_000);

describe('the document of invariants', () => {
  it('is the one that `npm run invariants` writes', async () => {
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(await here.document());
  });

  it('holds every rule, and each is shown by tests or left out for a reason', () => {
    expect(here.problems).toStrictEqual([]);
  });
});

const problemsWith = (changed: Partial<Sources>) => invariantsOf({ ...small, ...changed }).problems;
const spec = (text: string) => [...small.tests, { path: 'libs/planted.spec.ts', text }];

describe('it is a problem', () => {
  it('when the glossary loses a rule', () => {
    const glossary = small.glossary.replace(`| ${shown} `, '| none ');
    expect(problemsWith({ glossary })).toContain(`${shown}: docs/glossary.md does not hold it.`);
  });

  it('when a rule has neither tests nor a reason', () => {
    const { [left]: _reason, ...leftOut } = small.leftOut;
    expect(problemsWith({ leftOut })).toStrictEqual([
      `${left}: no test shows it, and ${LEFT_OUT} gives no reason.`,
    ]);
  });

  it('when a rule is left out and yet shown', () => {
    const tests = spec(`it.each([1])('${left}: %s is reported in time', () => {});`);
    expect(problemsWith({ tests })).toStrictEqual([
      `${left}: ${LEFT_OUT} leaves it out, and a test of libs/planted.spec.ts shows it.`,
    ]);
  });

  it('when a title or a refusal names a rule that does not exist', () => {
    const strange = rule('GB', 11);
    const tests = spec(`describe(\`${strange}: a board\`, () => {});`);
    const text = `rules({ Nothing: ['${strange}', 'Nulla.', 'Nothing.'] })`;
    const code = [{ path: 'libs/planted.rules.ts', text }];
    expect(problemsWith({ tests, code })).toStrictEqual([
      `${strange}: libs/planted.rules.ts names it, docs/glossary.md does not.`,
      `${strange}: libs/planted.spec.ts names it, docs/glossary.md does not.`,
    ]);
  });
});

describe('a test shows a rule', () => {
  it.each([
    ['in a plain title', (n: string) => `it('${n}: opens', () => {});`, 1],
    ['in a title with a blank', (n: string) => `it(\`${n}: \${x} opens\`, () => {});`, 1],
    ['in the title of its group', (n: string) => `describe('${n}', () => {});`, 1],
    ['not while it is skipped', (n: string) => `it.skip('${n}: opens', () => {});`, 0],
    ['not while it is only planned', (n: string) => `it.todo('${n}: opens');`, 0],
    ['not in another text', (n: string) => `expect('${n}').toBe('${n}');`, 0],
    ['not in a longer number', (n: string) => `it('${n}1: opens', () => {});`, 0],
  ])('%s', (_case, text, count) => {
    const tests = [{ path: 'libs/planted.spec.ts', text: text(left) }];
    const problems = problemsWith({ tests });
    expect(problems.filter((problem) => problem.startsWith(`${left}: ${LEFT_OUT}`))).toHaveLength(
      count,
    );
  });
});
