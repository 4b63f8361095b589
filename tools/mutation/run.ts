import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

// The mutation score of the domain, one context after another (npm run test:mutation [-- boards …]).
// Each context is tried against its own tests only: a change of constants, which Stryker can only
// try with every test there is, then costs a sixth, and no context lives on another one's tests.

/** What CI would be too short for is asked of whoever releases: ADR 24. */
const LEAST = 85;

type Count = Readonly<{ caught: number; all: number }>;
type Report = Readonly<{
  files: Readonly<Record<string, { mutants: readonly { status: string }[] }>>;
}>;

const reportOf = (context: string) => `coverage/mutation/${context}.json`;

/** Every change that a test noticed, endless loops included, of all that could be tried. */
function countOf(context: string): Count {
  const { files } = JSON.parse(readFileSync(reportOf(context), 'utf8')) as Report;
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const with_ = (...states: readonly string[]) =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const caught = with_('Killed', 'Timeout');
  return { caught, all: caught + with_('Survived', 'NoCoverage') };
}

function line(name: string, { caught, all }: Count): string {
  const score = ((100 * caught) / all).toFixed(1);
  return `${name.padEnd(12)} ${score.padStart(5)} %  ${String(caught)} of ${String(all)}`;
}

const named = process.argv.slice(2);
const all = globSync('libs/contexts/*').map((path) => basename(path));
const unknown = named.filter((context) => !all.includes(context));
if (unknown.length > 0) {
  console.error(`No context is named ${unknown.join(', ')}: there are ${all.join(', ')}.`);
  process.exit(1);
}
const contexts = (named.length > 0 ? named : all).sort();
for (const context of contexts) {
  const { status } = spawnSync(
    'npx',
    ['stryker', 'run', 'tools/mutation/stryker.config.js', '--incremental'],
    { stdio: 'inherit', env: { ...process.env, MUTATED_CONTEXT: context } },
  );
  if (status !== 0 || !existsSync(reportOf(context))) process.exit(status ?? 1);
}
const counts = contexts.map(countOf);
const total = counts.reduce((sum, { caught, all }) => {
  return { caught: sum.caught + caught, all: sum.all + all };
});
console.log(
  [...contexts.map((name, at) => line(name, counts[at] ?? total)), line('all', total)].join('\n'),
);
if (total.caught * 100 < total.all * LEAST) {
  console.error(
    `Less than ${String(LEAST)} %: see the changes nobody noticed in coverage/mutation/*.html.`,
  );
  process.exitCode = 1;
}
