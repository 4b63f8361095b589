/** The name under which a secret lies that was renewed so often: `accounts`, `accounts.2`, … */
export function nameOf(name: string, version: number): string {
  return version === 1 ? name : `${name}.${String(version)}`;
}

/** Rows of secrets by their names, the newest of one name first. */
export function newestFirst(
  name: string,
  rows: readonly Readonly<{ name: string; secret: string }>[],
): readonly string[] {
  const versions = rows.map((row) => ({ ...row, version: versionOf(name, row.name) }));
  return versions.sort((a, b) => b.version - a.version).map(({ secret }) => secret);
}

function versionOf(name: string, kept: string): number {
  return kept === name ? 1 : Number(kept.slice(name.length + 1));
}
