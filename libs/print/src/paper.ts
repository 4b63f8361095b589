import type { Locale } from './words.js';

/** A fact of a paper: its name, what it is, and whether that is a hash or an id to be compared. */
export type PaperFact = readonly [name: string, value: string, isCode: boolean];

/** A part of a paper. All of it is text: nothing in it is ever read as markup. */
export type Block =
  | Readonly<{ kind: 'facts'; rows: readonly PaperFact[] }>
  | Readonly<{ kind: 'heading' | 'lines' | 'text'; text: string }>
  | Readonly<{ kind: 'list' | 'numbered'; items: readonly string[] }>
  | Readonly<{ kind: 'signatures'; rows: readonly (readonly [office: string, name: string])[] }>
  | Readonly<{
      kind: 'table';
      head: readonly string[];
      /** How wide its columns are, one to another. */
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }>;

/** The moment that a paper shows: the last event of the log that it knows. */
export type PaperMoment = Readonly<{
  eventId: string | null;
  recordedAt: string | null;
  position: string;
}>;

/** A paper of the body before it is set: who gives it out, what stands in it, as of when. */
export type Paper = Readonly<{
  locale: Locale;
  title: string;
  institution: string;
  /** The body that it is of. */
  body: string;
  /** Whether the Union pays a part of what it is about: then the paper says so. */
  isCofinanced: boolean;
  moment: PaperMoment;
  /** The IANA time zone in which its times are told. */
  zone: string;
  /** What it was made of, by hash. */
  hashes: readonly PaperFact[];
  blocks: readonly Block[];
}>;

/** Facts with something to say: what is not known is left out. */
export function factsOf(
  ...rows: readonly (readonly [name: string, value: string | null | undefined, isCode?: boolean])[]
): Block {
  const known = rows.flatMap(([name, value, isCode = false]): readonly PaperFact[] =>
    value === null || value === undefined || value === '' ? [] : [[name, value, isCode]],
  );
  return { kind: 'facts', rows: known };
}

/** A heading. */
export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** A paragraph. */
export function text(sentence: string): Block {
  return { kind: 'text', text: sentence };
}
