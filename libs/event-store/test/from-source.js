/**
 * `node --import` this to run our TypeScript from source in a process of its own: a test that
 * kills a process must not depend on what was built last.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const root = new URL('../../../', import.meta.url);
const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.json', root)));

registerHooks({
  resolve(specifier, context, next) {
    const file = compilerOptions.paths[specifier]?.[0];
    if (file !== undefined) return next(new URL(file, root).href, context);
    const isOurs = specifier.startsWith('.') && context.parentURL.endsWith('.ts');
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformFileSync(fileURLToPath(url), { cwd: fileURLToPath(root) });
    return { format: 'module', shortCircuit: true, source: code };
  },
});
