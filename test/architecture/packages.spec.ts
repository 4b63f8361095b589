import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Licence = Readonly<{
  expression?: string;
  license?: Readonly<{ id?: string; name?: string }>;
}>;
type Component = Readonly<{ name: string; version: string; licenses?: readonly Licence[] }>;
type Manifest = Readonly<{ scripts: Record<string, string>; dependencies: Record<string, string> }>;

/**
 * None of them asks more of a work under the EUPL-1.2 than to be named; MPL-2.0 stands in the
 * appendix of the EUPL, CC-BY-4.0 is on the data of a tool, OFL-1.1 on the font of the console.
 */
const COMPATIBLE = new Set([
  ...['CC-BY-4.0', 'MPL-2.0', 'OFL-1.1'],
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0'],
  ...['ISC', 'MIT', 'Python-2.0', 'Unlicense'],
]);

const { scripts, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
/** By the folder of each; `name` where that is another, as of an alias. */
const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dev?: true;
        readonly devOptional?: true;
        readonly name?: string;
        readonly version: string;
      }
    >
  >;
};
const [command = '', ...words] = (scripts.sbom ?? '').split(' ');
const bill = JSON.parse(
  execFileSync(command, words, { encoding: 'utf8', maxBuffer: 50_000_000, shell: false }),
) as { readonly components: readonly Component[] };

/** Every licence of a package; of a choice or a sum, each part. */
function licencesOf({ licenses = [] }: Component): readonly string[] {
  const said = licenses.map(
    ({ expression, license }) => expression ?? license?.id ?? license?.name,
  );
  return said.flatMap((words) => (words ?? 'none').replaceAll(/[()]/g, '').split(/ (?:AND|OR) /));
}

describe('the bill of materials that `npm run sbom` writes', () => {
  it('names every package that we ask for, at its exact version', () => {
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const wanted = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(wanted.filter((one) => !named.has(one))).toEqual([]);
    expect(bill.components.length).toBeGreaterThan(wanted.length);
  });

  it('names every package that the server is run with, at its exact version', () => {
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const installed = Object.entries(locked).filter(
      ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(path),
    );
    const wanted = installed.map(([path, { name, version }]) => {
      const folder = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name ?? folder}@${version}`;
    });
    expect(wanted.length).toBeGreaterThan(200);
    expect(wanted.filter((one) => !named.has(one))).toEqual([]);
  });

  it('holds no package whose licence does not go with EUPL-1.2, or that says none', () => {
    const others = bill.components.flatMap((component) =>
      licencesOf(component)
        .filter((licence) => !COMPATIBLE.has(licence))
        .map((licence) => `${component.name}: ${licence}`),
    );
    expect(others).toEqual([]);
  });
});
