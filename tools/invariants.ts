import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import ts from 'typescript';

// Writes docs/invariants.md: for every rule where it is kept and which tests show it.
// Run by `npm run invariants`; node strips the types, so nothing here imports another file.

/** The document, and the list of rules that are left out on purpose, by number with the reason. */
export const DOCUMENT = 'docs/invariants.md';
export const LEFT_OUT = 'docs/invariants-open.json';
const GLOSSARY = 'docs/glossary.md';

/** How many rules each family of the domain has; the glossary must hold all of them. */
const FAMILIES = { PA: 10, N: 10, A: 14, PL: 14, GB: 10, D: 10, B: 14, X: 13 } as const;
const NUMBER = String.raw`(?:PA|N|A|PL|GB|D|B|X)-\d+`;

export type File = Readonly<{ path: string; text: string }>;

/** What the document is made from. */
export type Sources = Readonly<{
  glossary: string;
  /** Reason by number. */
  leftOut: Readonly<Record<string, string>>;
  /** Production code, read for catalogues of rules. */
  code: readonly File[];
  /** Specs and contract suites, read for titles. */
  tests: readonly File[];
}>;

/** The document, and what is wrong; whoever sees a problem can set it right with its sentence. */
export type Invariants = Readonly<{
  document: () => Promise<string>;
  problems: readonly string[];
}>;

type Found = Readonly<{ rule: string; file: string; text: string }>;
type Rule = Readonly<{
  number: string;
  keeps: string;
  reason: string | null;
  codes: readonly Found[];
  tests: readonly Found[];
}>;

/** The sources as they stand in a folder. */
export function sourcesIn(folder: string): Sources {
  const read = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');
  const paths = globSync('{apps,libs,test}/**/*.ts', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\/(?:planted|node_modules|dist)\//u.test(path))
    .sort();
  const files = paths.map((path) => ({ path, text: read(path) }));
  const isTest = ({ path }: File) => /\.(?:spec|contract)\.ts$/u.test(path);
  // Beside the specs stand their examples, which may have catalogues of their own.
  const isSupport = ({ path }: File) => /(?:^|\/)test\//u.test(path);
  return {
    glossary: read(GLOSSARY),
    leftOut: JSON.parse(read(LEFT_OUT)) as Sources['leftOut'],
    code: files.filter((file) => !isTest(file) && !isSupport(file)),
    tests: files.filter(isTest),
  };
}

/** The document of these sources, in the form that the formatter of this repository leaves alone. */
export function invariantsOf(sources: Sources): Invariants {
  const keeps = rulesOf(sources.glossary);
  const codes = sources.code.flatMap(codesIn);
  const tests = sources.tests.flatMap(testsIn);
  const rules = [...keeps].map(([number, sentence]) => ({
    number,
    keeps: sentence,
    reason: sources.leftOut[number] ?? null,
    codes: codes.filter(({ rule }) => rule === number),
    tests: tests.filter(({ rule }) => rule === number),
  }));
  const problems = [
    ...missing(keeps),
    ...rules.flatMap(problemsOf),
    ...unknown(keeps, [...codes, ...tests, ...leftOutAsFound(sources)]),
  ];
  return {
    document: () => format(written(rules), { parser: 'markdown', printWidth: 100 }),
    problems,
  };
}

/** Number and sentence of the rows `| PA-1 | one active partner … |`, in their order. */
function rulesOf(glossary: string): ReadonlyMap<string, string> {
  const rows = glossary.matchAll(new RegExp(String.raw`^\| (${NUMBER}) +\| (.*?) *\|$`, 'gmu'));
  return new Map([...rows].map(([, number = '', keeps = '']) => [number, keeps]));
}

/** The entries `Code: ['A-1', …]` of the catalogues of rules in a file. */
function codesIn({ path, text }: File): Found[] {
  if (!text.includes('rules(')) return [];
  const entry = new RegExp(String.raw`(\w+):\s*\[\s*'(${NUMBER})',`, 'gu');
  return [...text.matchAll(entry)].map(([, code = '', rule = '']) => {
    return { rule, file: path, text: code };
  });
}

/** The titles of a file that name rules: of tests, and of groups of tests. */
function testsIn({ path, text }: File): Found[] {
  if (!new RegExp(NUMBER, 'u').test(text)) return [];
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : null;
    for (const rule of title === null ? [] : numbersIn(title)) {
      found.push({ rule, file: path, text: title ?? '' });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return found;
}

/** The title of `it('…')`, `describe('…')`, `it.each(…)('…')`; null for another call or one left out. */
function titleOf({ expression, arguments: [first] }: ts.CallExpression): string | null {
  const words = wordsOf(expression);
  const isGroup = words[0] === 'it' || words[0] === 'test' || words[0] === 'describe';
  if (!isGroup || words.includes('skip') || words.includes('todo')) return null;
  if (!first) return null;
  if (ts.isStringLiteralLike(first)) return first.text;
  if (!ts.isTemplateExpression(first)) return null;
  return [first.head.text, ...first.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** `it`, `each` of `it.each(…)`. */
function wordsOf(node: ts.Expression): readonly string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...wordsOf(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return wordsOf(node.expression);
  if (ts.isTaggedTemplateExpression(node)) return wordsOf(node.tag);
  return [];
}

function numbersIn(title: string): ReadonlySet<string> {
  return new Set(title.match(new RegExp(String.raw`\b${NUMBER}\b`, 'gu')));
}

function missing(keeps: ReadonlyMap<string, string>): readonly string[] {
  const wanted = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `${family}-${String(index + 1)}`),
  );
  return wanted
    .filter((number) => !keeps.has(number))
    .map((number) => `${number}: ${GLOSSARY} does not hold it.`);
}

function problemsOf({ number, reason, tests: [first] }: Rule): readonly string[] {
  if (reason === null && !first) {
    return [`${number}: no test shows it, and ${LEFT_OUT} gives no reason.`];
  }
  if (reason === null || !first) return [];
  return [`${number}: ${LEFT_OUT} leaves it out, and a test of ${first.file} shows it.`];
}

function leftOutAsFound({ leftOut }: Sources): readonly Found[] {
  return Object.keys(leftOut).map((rule) => ({ rule, file: LEFT_OUT, text: '' }));
}

function unknown(keeps: ReadonlyMap<string, string>, found: readonly Found[]): readonly string[] {
  const strange = found.filter(({ rule }) => !keeps.has(rule));
  return [
    ...new Set(strange.map(({ rule, file }) => `${rule}: ${file} names it, ${GLOSSARY} does not.`)),
  ];
}

function written(rules: readonly Rule[]): string {
  const open = rules.filter(({ tests }) => tests.length === 0);
  return [
    '# Invariants',
    `Every rule of the domain: where it is kept, and the tests that show it keep something out and let its neighbour through. Written by \`npm run invariants\` from the [glossary](glossary.md), the catalogues of rules and the titles of tests; what is left out, and why, stands in [invariants-open.json](invariants-open.json). A rule without a code is kept by the shape of types and stores, not by a refusal.`,
    `${String(rules.length - open.length)} of ${String(rules.length)} rules are shown by tests, ${String(open.length)} are open.`,
    table(rules),
    ...rules.map(section),
  ].join('\n\n');
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map(({ number, keeps, codes, tests }) => {
    const shown = tests.length === 0 ? 'open' : String(tests.length);
    return `| [${number}](#${number.toLowerCase()}) | ${keeps} | ${String(codes.length)} | ${shown} |`;
  });
  return ['| Rule | Keeps | Refusals | Tests |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function section({ number, keeps, reason, codes, tests }: Rule): string {
  const kept = listed(codes, (code) => `\`${code}\``, ', ');
  return [
    `## ${number}`,
    `${keeps.slice(0, 1).toUpperCase()}${keeps.slice(1)}.`,
    ...(kept.length > 0 ? ['Kept in', kept.join('\n')] : []),
    ...(tests.length > 0 ? ['Shown by', listed(tests, escaped, '\n  - ').join('\n')] : []),
    ...(tests.length === 0 ? [`Open. ${reason ?? 'Nobody has said why.'}`] : []),
  ].join('\n\n');
}

/** One line for each file, with what was found in it. */
function listed(
  found: readonly Found[],
  shown: (text: string) => string,
  between: string,
): readonly string[] {
  return [...Map.groupBy(found, ({ file }) => file)].map(([file, each]) => {
    const texts = each.map(({ text }) => shown(text)).join(between);
    return between.startsWith('\n') ? `- \`${file}\`${between}${texts}` : `- \`${file}\`: ${texts}`;
  });
}

function escaped(title: string): string {
  return title.replaceAll(/[\\`*_<>[\]|#]/gu, String.raw`\$&`);
}

/** Writes the document and says what is wrong. */
async function main(folder: string): Promise<void> {
  const { document: write, problems } = invariantsOf(sourcesIn(folder));
  const document = await write();
  const isNew = !existsSync(`${folder}/${DOCUMENT}`);
  if (isNew || readFileSync(`${folder}/${DOCUMENT}`, 'utf8') !== document) {
    writeFileSync(`${folder}/${DOCUMENT}`, document);
    console.log(`${DOCUMENT} is written.`);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main(process.cwd());
