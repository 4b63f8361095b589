import { paragraphsOf } from '../drafting/wording.ts';

/** What somebody says of a paragraph, held back until the whole review is sent. */
export type Remark = Readonly<{
  section: string;
  /** From 1. */
  paragraph: number;
  /** Another wording of the paragraph, or words about it. */
  kind: 'comment' | 'wording';
  text: string;
}>;

/** Remarks as they were kept, as far as they can be read. */
export function remarksIn(kept: string): readonly Remark[] {
  try {
    const read: unknown = JSON.parse(kept === '' ? '[]' : kept);
    return Array.isArray(read) ? read.filter((one) => isRemark(one)) : [];
  } catch {
    return [];
  }
}

function isRemark(one: unknown): one is Remark {
  if (typeof one !== 'object' || one === null) return false;
  const { section, paragraph, kind, text } = one as Partial<Record<keyof Remark, unknown>>;
  const isKind = kind === 'comment' || kind === 'wording';
  const isPlace = typeof section === 'string' && typeof paragraph === 'number';
  return isKind && isPlace && typeof text === 'string';
}

/** The review with one more remark; another of the same kind on the same paragraph gives way. */
export function withRemark(all: readonly Remark[], remark: Remark): readonly Remark[] {
  return [...without(all, remark), remark];
}

/** The review less one remark. */
export function without(all: readonly Remark[], remark: Remark): readonly Remark[] {
  return all.filter((one) => keyOf(one) !== keyOf(remark));
}

/** Tells one remark from another. */
export function keyOf({ section, paragraph, kind }: Remark): string {
  return `${section}.${String(paragraph)}.${kind}`;
}

/**
 * What is put to the table: the wording, or the paragraph as it stands with the comment in
 * brackets behind it, so that whoever compares the two sees the comment and no other change.
 */
export function proposedText(
  { kind, paragraph, text }: Remark,
  stands: string,
  say: (comment: string) => string,
): string {
  if (kind === 'wording') return text;
  return `${paragraphsOf(stands)[paragraph - 1] ?? ''} [${say(text)}]`.trimStart();
}
