import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';

// `npm test`: the build, then the tests, and beside both types, lint and format, so that no core
// waits for them. What they find is printed as soon as it is known. Words after `--` go to Jest;
// where one is a path, the files below it are not put into groups.

type Ended = Readonly<{ name: string; code: number }>;

const JEST = '--maxWorkers=100%';

/** Where Linux keeps files in memory, and what must be free there for all the tests write. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2_000_000_000;

/** A thousand logs are opened, and each append waits for the disk: in memory where there is room. */
function folderInMemory(): string | null {
  if (!existsSync(MEMORY)) return null;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH_BYTES ? mkdtempSync(`${MEMORY}/tavolo-test-`) : null;
}

/** Runs one script of package.json to its end; its output comes at once where it is not `aside`. */
async function script(name: string, words: readonly string[], aside: boolean): Promise<Ended> {
  const child = spawn('npm', ['run', '--silent', name, '--', ...words], {
    // What checks types in Go would take both cores for a little less time and much more work.
    env: { ...process.env, ...settings, ...(aside && { GOMAXPROCS: '1' }) },
    stdio: ['inherit', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const verdict = code === 0 ? 'nothing to say' : `failed:\n${Buffer.concat(said).toString()}`;
  if (aside) console.error(`npm run ${name}: ${verdict}`);
  return { name, code: code ?? 1 };
}

/** One after the other: they would only take the cores from each other. */
async function checks(): Promise<readonly Ended[]> {
  return [await script('typecheck', [], true), await script('lint', [], true)];
}

const words = process.argv.slice(2);
const isWhole = words.every((word) => word.startsWith('-') || !word.includes('/'));
const memory = folderInMemory();
const settings = {
  /** A hundred servers are started from the same modules: the first compiles them for the others. */
  NODE_COMPILE_CACHE: `${memory ?? 'coverage'}/compiled`,
  ...(memory !== null && { TMPDIR: memory }),
  ...(isWhole && { TAVOLO_TESTS: 'whole' }),
};
const checked = checks();
const built = await script('build', [], false);
const tested = built.code === 0 ? [await script('jest', [JEST, ...words], false)] : [];
const ended = [built, ...tested, ...(await checked)];
if (memory !== null) rmSync(memory, { recursive: true, force: true });
const failed = ended.filter(({ code }) => code !== 0).map(({ name }) => name);
if (failed.length > 0) {
  console.error(`npm test: failed in ${failed.join(', ')}.`);
  process.exitCode = 1;
}
