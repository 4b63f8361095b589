import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'security/advisories.json';

/** What is known of one weakness, as npm says it. */
export type Advisory = Readonly<{ id: string; package: string; severity: string; title: string }>;

/** A weakness that was looked up before. */
export type Known = Readonly<{
  /** The day on which it was first found here. */
  since: string;
  /** In how many days it must be gone, where not as its severity says: 1 where it is used already. */
  days?: number;
  /** Why it has more time: that it cannot be reached, and how that was seen. */
  why?: string;
}>;

/** By the id of each. */
export type KnownAdvisories = Readonly<Record<string, Known>>;

/** What `npm audit --json` writes, as far as it is read here. */
export type Audit = Readonly<{
  vulnerabilities?: Readonly<Record<string, { readonly via: readonly (Via | string)[] }>>;
}>;
type Via = Readonly<{ url: string; name: string; severity: string; title: string }>;

const DAY_MS = 86_400_000;
const SOON = 7;
const LATER = 30;

/** Each once. @throws Error where it is no audit: nothing was looked up then */
export function advisoriesIn(audit: Audit): readonly Advisory[] {
  if (!audit.vulnerabilities) throw new Error('npm has looked nothing up: see what it says.');
  const all = Object.values(audit.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => (typeof one === 'string' ? [] : [advisoryOf(one)])),
  );
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function advisoryOf({ url, name, severity, title }: Via): Advisory {
  return { id: url.slice(url.lastIndexOf('/') + 1), package: name, severity, title };
}

/** What is known from this day on: new ones with it, those that are gone no more. */
export function knownOn(
  day: string,
  advisories: readonly Advisory[],
  before: KnownAdvisories,
): KnownAdvisories {
  return Object.fromEntries(advisories.map(({ id }) => [id, before[id] ?? { since: day }]));
}

/** A sentence for each whose time is over (docs/threat-model.md, Third-party code). */
export function overdueOn(
  day: string,
  advisories: readonly Advisory[],
  known: KnownAdvisories,
): readonly string[] {
  return advisories.flatMap(({ id, package: name, severity, title }) => {
    const { since = day, days, why } = known[id] ?? {};
    const usual = severity === 'high' || severity === 'critical' ? SOON : LATER;
    // More time than usual is for who says why.
    const given = days !== undefined && (days < usual || why !== undefined) ? days : usual;
    const age = (Date.parse(day) - Date.parse(since)) / DAY_MS;
    if (age <= given) return [];
    return [
      `${id} of ${name} (${severity}) is known since ${since}, ${String(given)} days are given: ${title}`,
    ];
  });
}

/**
 * Asks the registry what is known of weaknesses of the packages that serve, and fails where one
 * was known for longer than its time frame. Writes down when each was first found.
 */
function lookUp(): void {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
    encoding: 'utf8',
  });
  const today = new Date().toISOString().slice(0, 10);
  const { known: before } = JSON.parse(readFileSync(FILE, 'utf8')) as { known: KnownAdvisories };
  try {
    const found = advisoriesIn(JSON.parse(stdout) as Audit);
    const known = knownOn(today, found, before);
    writeFileSync(FILE, `${JSON.stringify({ lookedUpOn: today, known }, null, 2)}\n`);
    for (const { id, package: name, severity, title } of found) {
      console.log(`${id}  ${severity}  ${name}: ${title} (since ${known[id]?.since ?? today})`);
    }
    const overdue = overdueOn(today, found, known);
    for (const sentence of overdue) console.error(sentence);
    console.log(`Known: ${String(found.length)}, overdue: ${String(overdue.length)}.`);
    process.exitCode = overdue.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(stderr, stdout);
    console.error(`advisories: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}

if (import.meta.main) lookUp();
