import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The content of `examples/<folder>/<name>`, found from the source as from the build: upwards
 * from this file. @throws Error where it is missing
 */
export function exampleFile(folder: string, name: string): unknown {
  const path = join('examples', folder, name);
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, path))) {
    const parent = dirname(above);
    if (parent === above) throw new Error(`${path} is missing`);
    above = parent;
  }
  return JSON.parse(readFileSync(join(above, path), 'utf8'));
}
