import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// Small files of tests, many of them as one for Jest (ADR 45): for every file it loads its own
// modules and ours anew, which takes longer than what most of them test. Node strips the types.

export const GROUPS = 'dist/spec-groups';
const FILES = '{apps,libs,test/acceptance}/**/*.spec.{ts,tsx}';

/** A group is some seconds of work, so that no core waits for the last one; a server is ten. */
const AT_MOST = 40;
const SERVERS_AT_MOST = 4;

/**
 * What changes something for others in the same process, cannot be required because it awaits at
 * its top, or starts processes and waits for them, is a file of its own for Jest.
 */
const KEEPS_TO_ITSELF = [
  /\bjest\.|process\.env\S* = /u,
  /^(?:const \S+ = )?await /mu,
  /\b(?:startServer|failedStart|foundersBrowsers|Ground\.start|Fleet)\(/u,
];

/** `libs/contexts/boards`, `apps/console`: files that load the same modules. */
function partOf(file: string): string {
  return file.split('/', file.startsWith('libs/contexts/') ? 3 : 2).join('/');
}

/** Files of about equal number in each. */
function shared(files: readonly string[], atMost: number): readonly (readonly string[])[] {
  const groups = Math.ceil(files.length / atMost);
  return Array.from({ length: groups }, (_, group) =>
    files.filter((__, at) => at % groups === group),
  );
}

function textOf(files: readonly string[]): string {
  return `import { createRequire } from 'node:module';
import { describe } from '@jest/globals';

const require = createRequire(import.meta.url);
for (const file of ${JSON.stringify(files, null, 2)}) {
  describe(file, () => void require(\`../../\${file}\`));
}
`;
}

/** Writes the groups, and says which files are in one. */
export function writeSpecGroups(): readonly string[] {
  rmSync(GROUPS, { recursive: true, force: true });
  mkdirSync(GROUPS, { recursive: true });
  const small = globSync(FILES, { exclude: ['**/planted'] })
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return !KEEPS_TO_ITSELF.some((sign) => sign.test(text));
    })
    .sort();
  for (const [part, files = []] of Map.groupBy(small, partOf)) {
    const atMost = part === 'test/acceptance' ? SERVERS_AT_MOST : AT_MOST;
    for (const [at, group] of shared(files, atMost).entries()) {
      const name = `${part.replaceAll('/', '-')}-${String(at + 1)}`;
      writeFileSync(`${GROUPS}/${name}.spec.ts`, textOf(group));
    }
  }
  return small;
}
