import { plain } from '../../app/plain.ts';

/**
 * The first of these names that has the typed initials, or begins with what was typed, by its first
 * or its last name; -1 where none does.
 */
export function matching(names: readonly string[], typed: string): number {
  const text = plain(typed);
  const words = names.map((name) => plain(name).split(/\s+/u));
  const byInitials = words.findIndex((all) => all.map(([first]) => first).join('') === text);
  if (byInitials >= 0) return byInitials;
  return words.findIndex((all) => all.some((word) => word.startsWith(text)));
}
