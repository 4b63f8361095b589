import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createVitest } from 'vitest/node';
import type { TestModule, Vitest } from 'vitest/node';

// Takes the guard of every rule away, one by one, and says which tests notice (npm run test:guards).
// A guard is one entry of a catalogue of rules. The tests that fail without it must be its own,
// those whose titles name its rule, and there must be at least one.

type Seen = Readonly<{ guard: string; testPath: string }>;
type Failure = Readonly<{ guard: string; title: string; file: string }>;

/** Any sequence of commands, and the pitfalls under their own names: tests of many rules at once. */
const OF_MANY = /\.property\.spec\.ts$|\/pitfalls\.spec\.ts$/u;

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'guards-'));
/** Read by `setup.ts` in the threads of the tests. */
const files = { seen: join(folder, 'seen.jsonl'), off: join(folder, 'off.json') };

/** `rule code` of every entry of every catalogue. */
function guards(): readonly string[] {
  // A catalogue of a library's own tests is an example, and a warning of a dry run keeps nothing out.
  const isGuard = (path: string) => !/\.spec\.ts$|\/test\/|\.warnings\.ts$/u.test(path);
  const files = globSync('libs/**/*.ts').filter(isGuard);
  const entry = /(\w+):\s*\[\s*'((?:PA|N|A|PL|GB|D|B|X)-\d+)',/gu;
  return files
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.includes('rules('))
    .flatMap((text) =>
      [...text.matchAll(entry)].map(([, code = '', rule = '']) => `${rule} ${code}`),
    );
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

function say(all: readonly string[], failed: readonly Failure[]): number {
  const by = Map.groupBy(failed, ({ guard }) => guard);
  const names = (title: string, rule: string) => new RegExp(`\\b${rule}\\b`, 'u').test(title);
  const problems = all.flatMap((guard) => {
    const [rule = ''] = guard.split(' ');
    const these = by.get(guard) ?? [];
    const own = these.filter(({ title }) => names(title, rule));
    const others = these.filter(({ title, file }) => !names(title, rule) && !OF_MANY.test(file));
    return [
      ...(own.length === 0 ? [`${guard}: no test of ${rule} fails without it`] : []),
      ...others.map(({ title, file }) => `${guard}: fails without it, unnamed: ${file}: ${title}`),
    ];
  });
  console.log(problems.join('\n'));
  const kept = new Set(problems.map((problem) => problem.slice(0, problem.indexOf(':'))));
  console.log(
    `${String(all.length - kept.size)} of ${String(all.length)} guards are shown by exactly their own tests.`,
  );
  return problems.length;
}

Object.assign(process.env, { GUARDS_SEEN: files.seen, GUARDS_OFF: files.off });
const tests = await createVitest('test', {
  ...{ config: 'tools/guards/vitest.config.js', root, watch: false, reporters: [{}], silent: true },
});
try {
  const all = [...new Set(guards())].sort();
  const met = await seen(tests);
  if (say(all, await takeAway(tests, met)) > 0) process.exitCode = 1;
} finally {
  await tests.close();
  rmSync(folder, { recursive: true, force: true });
}
