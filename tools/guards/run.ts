import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

// Takes the guard of every rule away, one by one, and says which tests notice (npm run test:guards).
// A guard is one entry of a catalogue of rules. The tests that fail without it must be its own,
// those whose titles name its rule, and there must be at least one.

type Seen = Readonly<{ guard: string; testPath: string }>;
type Failure = Readonly<{ guard: string; title: string; file: string }>;
type Report = Readonly<{
  testResults: readonly Readonly<{
    name: string;
    message: string;
    assertionResults: readonly Readonly<{ status: string; fullName: string }>[];
  }>[];
}>;

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'guards-'));

/** `rule code` of every entry of every catalogue. */
function guards(): readonly string[] {
  const files = globSync('libs/**/*.ts').filter((path) => !path.endsWith('.spec.ts'));
  const entry = /(\w+):\s*\[\s*'((?:PA|N|A|PL|GB|D|B|X)-\d+)',/gu;
  return files
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => text.includes('rules('))
    .flatMap((text) =>
      [...text.matchAll(entry)].map(([, code = '', rule = '']) => `${rule} ${code}`),
    );
}

function jest(paths: readonly string[], environment: Readonly<Record<string, string>>): Report {
  const outputFile = join(folder, 'report.json');
  rmSync(outputFile, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest_ = 'node_modules/jest/bin/jest.js';
  const config = ['--config', 'tools/guards/jest.config.js', '--json', '--outputFile', outputFile];
  const tests = paths.length === 0 ? ['libs'] : ['--runTestsByPath', ...paths];
  const ran = spawnSync(process.execPath, [...flags, jest_, ...config, '--silent', ...tests], {
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 30,
  });
  if (!existsSync(outputFile)) throw new Error(ran.stderr.toString());
  return JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
}

/** Which test file meets which guard; a test must be green before anything is taken away. */
function seen(): readonly Seen[] {
  const file = join(folder, 'seen.jsonl');
  writeFileSync(file, '');
  const failed = failures(jest([], { GUARDS_SEEN: file }), () => '');
  if (failed.length > 0) throw new Error(`these fail with every guard: ${titles(failed)}`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Seen);
}

function failures({ testResults }: Report, guardOf: (file: string) => string): Failure[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const guard = guardOf(name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const broken = assertionResults.length === 0 && message !== '';
    const all = broken ? [`(the whole file) ${message.slice(0, 200)}`] : [];
    const title = [...failed.map(({ fullName }) => fullName), ...all];
    return title.map((one) => ({ guard, title: one, file: relative(root, name) }));
  });
}

const titles = (failed: readonly Failure[]) => failed.map(({ title }) => title).join('\n');

/** Each round takes one guard from each test file that still has some to lose. */
function takeAway(met: readonly Seen[]): readonly Failure[] {
  const open = new Map(
    [...Map.groupBy(met, ({ testPath }) => testPath)].map(([path, all]) => {
      return [path, [...new Set(all.map(({ guard }) => guard))]] as const;
    }),
  );
  const failed: Failure[] = [];
  const file = join(folder, 'off.json');
  for (let round = 1; open.size > 0; round += 1) {
    const off = Object.fromEntries([...open].map(([path, [guard = '']]) => [path, guard]));
    writeFileSync(file, JSON.stringify(off));
    failed.push(
      ...failures(jest(Object.keys(off), { GUARDS_OFF: file }), (name) => off[name] ?? ''),
    );
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
    const others = these.filter(({ title }) => !names(title, rule));
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

try {
  const all = [...new Set(guards())].sort();
  const met = seen();
  if (say(all, takeAway(met)) > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
