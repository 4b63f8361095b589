import type { Receipt } from './client.js';

/** The languages a story is told in. */
export type Tongue = 'en' | 'it';

/** The same said in both languages. */
export type Words = Readonly<Record<Tongue, string>>;

/** Says something in both languages: Italian first. */
export function say(it: string, en: string): Words {
  return { it, en };
}

/** Somebody of the story: an invented name, what they are, and the mandate they act under. */
export type Persona = Readonly<{
  name: string;
  role: Words;
  person: string;
  mandate: string | null;
}>;

type By = Readonly<{ who: Persona; what: Words }>;

/** One step of a story, as it is told: who did what, and what the server answered. */
export type Step =
  | Readonly<{ kind: 'chapter'; what: Words }>
  | (By & Readonly<{ kind: 'registered'; registered: Persona }>)
  | (By & Readonly<{ kind: 'uploaded'; sha256: string }>)
  | (By & Readonly<{ kind: 'accepted'; mutation: string; receipt: Receipt }>)
  | (By &
      Readonly<{
        kind: 'refused';
        mutation: string;
        rule: string;
        code: string;
        message: string;
      }>)
  | Readonly<{ kind: 'happened'; what: Words }>
  | Readonly<{ kind: 'found'; what: Words }>;

/** Tells a step to whoever listens. */
export type Tell = (step: Step) => void;
