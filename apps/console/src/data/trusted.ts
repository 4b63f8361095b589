/**
 * What the build puts in the place of a document: its name and the hash of its text; `past` is the
 * hash of the same question as of a moment, null where it cannot be asked of the past.
 */
export type Trusted = Readonly<{ name: string; id: string; past: string | null }>;
