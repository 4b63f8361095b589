import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** How one requirement is met: exactly one of the four. */
interface Requirement {
  readonly id: string;
  readonly level: 1 | 2;
  /** Fails when it is broken. */
  readonly test?: { readonly file: string; readonly title: string };
  readonly document?: { readonly file: string; readonly heading: string };
  /** Why there is nothing that it could be asked of. */
  readonly cannotApply?: string;
  /** What is missing. */
  readonly open?: string;
}

interface Mapping {
  readonly requirements: readonly Requirement[];
}

interface Standard {
  readonly requirements: readonly { readonly id: string; readonly level: number }[];
}

const ABUSE = 'test/abuse/abuse.spec.ts';
const KINDS = ['test', 'document', 'cannotApply', 'open'] as const;
/** Of requirements that are open; it only ever becomes less. */
const OPEN_MAX = 0;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { requirements } = read('security/asvs.json') as Mapping;
const standard = read('security/asvs-5.0-ids.json') as Standard;
const kindsOf = (one: Requirement) => KINDS.filter((kind) => one[kind] !== undefined);
const countOf = (kind: (typeof KINDS)[number]) =>
  requirements.filter((one) => one[kind] !== undefined).length;

describe('every requirement of ASVS 5.0, levels 1 and 2', () => {
  it('is mapped, once, with its level', () => {
    const asked = standard.requirements.map(({ id, level }) => `${id} ${String(level)}`);
    const mapped = requirements.map(({ id, level }) => `${id} ${String(level)}`);
    expect(mapped).toStrictEqual(asked);
    expect(new Set(mapped).size).toBe(mapped.length);
    expect(asked).toHaveLength(253);
  });

  it('is met by a test, a document, or cannot apply; or it is said to be open', () => {
    expect(requirements.filter((one) => kindsOf(one).length !== 1)).toStrictEqual([]);
  });

  it('names tests that are there', () => {
    const dead = requirements.flatMap(({ id, test }) => {
      if (!test) return [];
      const isThere =
        /\.(?:spec|contract)\.tsx?$/.test(test.file) &&
        existsSync(test.file) &&
        titlesIn(test.file).has(test.title);
      return isThere ? [] : [`${id}: ${test.file} has no test «${test.title}»`];
    });
    expect(dead).toStrictEqual([]);
  });

  it('names headings that are there, with something below them', () => {
    const missing = requirements.flatMap(({ id, document }) => {
      if (!document) return [];
      const found = existsSync(document.file) && textBelow(document);
      return found ? [] : [`${id}: ${document.file} has nothing under «${document.heading}»`];
    });
    expect(missing).toStrictEqual([]);
  });

  it('that cannot apply or is open says why, in a sentence', () => {
    const reasons = requirements.flatMap(({ id, cannotApply, open }) => {
      const reason = cannotApply ?? open;
      return reason === undefined || /^[A-Z].{20,}\.$/.test(reason) ? [] : [`${id}: ${reason}`];
    });
    expect(reasons).toStrictEqual([]);
  });

  it('is open no oftener than it was', () => {
    const [tests, documents, reasons, open] = KINDS.map(countOf);
    console.log(
      `ASVS 5.0, levels 1 and 2: ${String(tests)} by tests, ${String(documents)} by documents, ${String(reasons)} cannot apply, ${String(open)} open.`,
    );
    expect(open).toBeLessThanOrEqual(OPEN_MAX);
  });
});

/** Titles as they are written, in one line or under what the test is given. */
function titlesIn(file: string): ReadonlySet<string> {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|[\s(])'((?:[^'\\\n]|\\.)+)',\s*(?:async\s*)?\(|'?what'?: '([^'\n]+)'/gm,
  );
  const written = text.matchAll(/\bit(?:\.each\([^]*?\))?\(\s*'((?:[^'\\\n]|\\.)+)'/gm);
  const titles = [...found, ...written].map(([, one, two]) => one ?? two ?? '');
  return new Set([...titles, ...(file === ABUSE ? requestsOf('test/abuse') : [])]);
}

/** Of the corpus each request is a test, by what it is. */
function requestsOf(folder: string): readonly string[] {
  return globSync(`${folder}/*.json`).flatMap((file) =>
    (read(file) as readonly { readonly what: string }[]).map(({ what }) => what),
  );
}

function textBelow({ file, heading }: NonNullable<Requirement['document']>): boolean {
  const [, below = ''] = readFileSync(file, 'utf8').split(new RegExp(`^#+ ${heading}$`, 'm'));
  return (below.split(/^#+ /m)[0] ?? '').trim().length > 100;
}
