import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createVitest } from 'vitest/node';
import type { TestModule, Vitest } from 'vitest/node';

// Takes the guard of every rule away, one by one, and says which tests notice (npm run test:guards).
// A guard is one entry of a catalogue of rules. The tests that fail without it must be its own,
// those whose titles name its rule, and there must be at least one.
// `npm run test:guards -- PL-4 SeatSatFor boards/domain/route` looks at some guards alone: by the
// number of their rule, by their code or by a part of the path of their catalogue.

type Seen = Readonly<{ guard: string; testPath: string }>;
type Failure = Readonly<{ guard: string; title: string; file: string }>;

/** Any sequence of commands, and the pitfalls under their own names: tests of many rules at once. */
const OF_MANY = /\.property\.spec\.ts$|\/pitfalls\.spec\.ts$/u;

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'guards-'));
/** Read by `setup.ts` in the threads of the tests. */
const files = { seen: join(folder, 'seen.jsonl'), off: join(folder, 'off.json') };

/** Every refusal that docs/invariants.md lists: `PA-1 TaxCodeHeld libs/…/partner.rules.ts`. */
function guards(): readonly string[] {
  const sections = readFileSync('docs/invariants.md', 'utf8').split(/^## /mu).slice(1);
  return sections.flatMap((section) => {
    const rule = section.slice(0, section.indexOf('\n'));
    const lines = section.matchAll(/^- `(.+?)`: (.+)$/gmu);
    return [...lines].flatMap(([, path = '', codes = '']) =>
      codes.split(', ').map((code) => `${rule} ${code.replaceAll('`', '')} ${path}`),
    );
  });
}

function isAsked(guard: string, patterns: readonly string[]): boolean {
  const [rule, code, path = ''] = guard.split(' ');
  const fits = (pattern: string) => pattern === rule || pattern === code || path.includes(pattern);
  return patterns.length === 0 || patterns.some(fits);
}

/** Every test file, or some: the modules stay loaded from one run to the next. */
async function run(tests: Vitest, paths?: ReadonlySet<string>): Promise<readonly TestModule[]> {
  const all = await tests.globTestSpecifications();
  const chosen = all.filter(({ moduleId }) => paths?.has(moduleId) ?? true);
  const { testModules } = await tests.runTestSpecifications(chosen);
  return testModules;
}

/** Which test file meets which guard; a test must be green before anything is taken away. */
async function seen(tests: Vitest): Promise<readonly Seen[]> {
  writeFileSync(files.seen, '');
  writeFileSync(files.off, '{}');
  const failed = failures(await run(tests), () => '');
  if (failed.length > 0) throw new Error(`these fail with every guard: ${titles(failed)}`);
  const lines = readFileSync(files.seen, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Seen);
}

function failures(modules: readonly TestModule[], guardOf: (file: string) => string): Failure[] {
  return modules.flatMap((module) => {
    const guard = guardOf(module.moduleId);
    const file = relative(root, module.moduleId);
    const failed = [...module.children.allTests('failed')].map(({ fullName }) => fullName);
    const broken = module.errors().map(({ message }) => `(the whole file) ${message}`);
    return [...failed, ...broken].map((title) => ({ guard, title, file }));
  });
}

const titles = (failed: readonly Failure[]) => failed.map(({ title }) => title).join('\n');

/** Each round takes one guard from each test file that still has some to lose. */
async function takeAway(tests: Vitest, met: readonly Seen[]): Promise<readonly Failure[]> {
  const open = new Map(
    [...Map.groupBy(met, ({ testPath }) => testPath)].map(([path, all]) => {
      return [path, [...new Set(all.map(({ guard }) => guard))]] as const;
    }),
  );
  const failed: Failure[] = [];
  for (let round = 1; open.size > 0; round += 1) {
    const off = Object.fromEntries([...open].map(([path, [guard = '']]) => [path, guard]));
    writeFileSync(files.off, JSON.stringify(off));
    const modules = await run(tests, new Set(Object.keys(off)));
    failed.push(...failures(modules, (name) => off[name] ?? ''));
    const left = [...open.values()].reduce((sum, all) => sum + all.length, 0) - open.size;
    console.log(`round ${String(round)}: ${String(open.size)} files, ${String(left)} to go`);
    for (const [path, all] of [...open]) {
      if (all.length > 1) open.set(path, all.slice(1));
      else open.delete(path);
    }
  }
  return failed;
}

/** What is wrong with a guard, a sentence for each; none where exactly its own tests fail. */
function problemsOf(guard: string, failed: readonly Failure[], isMet: boolean): readonly string[] {
  const [rule = ''] = guard.split(' ');
  const names = (title: string) => new RegExp(`\\b${rule}\\b`, 'u').test(title);
  if (!isMet) return [`${guard}: no test meets it`];
  const others = failed.filter(({ title, file }) => !names(title) && !OF_MANY.test(file));
  return [
    ...(failed.some(({ title }) => names(title))
      ? []
      : [`${guard}: no test of ${rule} fails without it`]),
    ...others.map(({ title, file }) => `${guard}: fails without it, unnamed: ${file}: ${title}`),
  ];
}

/** Whether every guard is shown; the last lines say it to the reader. */
function say(all: readonly string[], met: readonly Seen[], failed: readonly Failure[]): boolean {
  const meets = new Set(met.map(({ guard }) => guard));
  const by = Map.groupBy(failed, ({ guard }) => guard);
  const problems = all.map((guard) => problemsOf(guard, by.get(guard) ?? [], meets.has(guard)));
  const shown = problems.filter((each) => each.length === 0).length;
  for (const problem of problems.flat()) console.log(problem);
  const minutes = (performance.now() / 60_000).toFixed(1);
  console.log(
    `\n${String(new Set(failed.map(({ file, title }) => `${file} ${title}`)).size)} tests failed for want of a guard, in ${minutes} minutes.`,
  );
  console.log(
    `${String(shown)} of ${String(all.length)} guards are shown by exactly their own tests.`,
  );
  return shown === all.length;
}

Object.assign(process.env, { GUARDS_SEEN: files.seen, GUARDS_OFF: files.off });
const tests = await createVitest('test', {
  ...{ config: 'tools/guards/vitest.config.js', root, watch: false, reporters: [{}], silent: true },
});

/** Whether exactly its own tests fail without each guard that is asked for. */
async function areShown(patterns: readonly string[]): Promise<boolean> {
  try {
    const all = guards().filter((guard) => isAsked(guard, patterns));
    if (all.length === 0) throw new Error('docs/invariants.md lists no such guard');
    const asked = new Set(all);
    const met = (await seen(tests)).filter(({ guard }) => asked.has(guard));
    return say(all, met, await takeAway(tests, met));
  } finally {
    await tests.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const isShown = await areShown(process.argv.slice(2));
// Vitest has set it for every test that failed, and those without a guard are meant to.
process.exitCode = isShown ? 0 : 1;
