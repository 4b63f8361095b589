import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

// Small files of tests, many of them as one for Jest (ADR 45): for every file it loads its own
// modules and ours anew, which takes longer than what most of them test. Node strips the types.

export const GROUPS = 'dist/spec-groups';
const FILES = '{apps,libs}/**/*.spec.{ts,tsx}';

/** A group is some seconds of work: no core waits for the last one. */
const AT_MOST = 40;

/**
 * What changes something for others in the same process, or cannot be required because it awaits
 * at its top, is a file of its own for Jest.
 */
const KEEPS_TO_ITSELF = /\bjest\.|process\.env\S* = |^(?:const \S+ = )?await /mu;

/** `libs/contexts/boards`, `apps/console`: files that load the same modules. */
function partOf(file: string): string {
  return file.split('/', file.startsWith('libs/contexts/') ? 3 : 2).join('/');
}

/** Files of about equal number in each. */
function shared(files: readonly string[]): readonly (readonly string[])[] {
  const groups = Math.ceil(files.length / AT_MOST);
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
  const small = globSync(FILES, { exclude: ['**/node_modules', '**/planted'] })
    .filter((file) => !KEEPS_TO_ITSELF.test(readFileSync(file, 'utf8')))
    .sort();
  for (const [part, files = []] of Map.groupBy(small, partOf)) {
    for (const [at, group] of shared(files).entries()) {
      const name = `${part.replaceAll('/', '-')}-${String(at + 1)}`;
      writeFileSync(`${GROUPS}/${name}.spec.ts`, textOf(group));
    }
  }
  return small;
}
