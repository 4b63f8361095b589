import type { Formats } from '../../app/formats.ts';
import type { Language } from '../../app/language.ts';

/** What of an event its sentence is made of. */
export type Told = Readonly<{
  type: string;
  actor: Readonly<{ id: string; name: string | null }>;
  data: unknown;
}>;

/** How names are put: what stands for who has none, and the quotes of a title. */
export type Manner = Readonly<{
  language: Language;
  formats: Formats;
  system: string;
  nameless: string;
}>;

type Fields = Readonly<Record<string, unknown>>;

/** Stands in a place for which an event has no field. */
export const ABSENT = 'none';

const DAY = /^\d{4}-\d{2}(?:-\d{2})?$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u;
const CENTS = /cents$/iu;

/** What stands in the places of a sentence: the fields of an event as a reader writes them. */
export function valuesOf(
  { actor, data }: Told,
  places: Iterable<string>,
  manner: Manner,
): Readonly<Record<string, string>> {
  const fields = (data ?? {}) as Fields;
  const found = Object.fromEntries(
    Array.from(places, (place) => [place, written(place, fields[place], manner)]),
  );
  const whose = fields.signatory ?? fields.person;
  return {
    ...found,
    who: whoIs(actor, manner),
    byOther: typeof whose === 'string' && whose !== actor.id ? 'yes' : 'no',
    title: titleIn(fields, manner.language),
  };
}

/** The places that a sentence has, and maybe words that are none. */
export function placesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)[,}]/gu), ([, place = '']) => place);
}

/** Who acts, by name; nobody is named whose name is not known or is erased. */
export function whoIs({ id, name }: Told['actor'], { system, nameless }: Manner): string {
  if (id.startsWith('system:')) return system;
  return name ?? nameless;
}

function written(place: string, value: unknown, { formats }: Manner): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return CENTS.test(place) ? formats.money(value) : String(value);
  if (typeof value !== 'string') return ABSENT;
  if (DAY.test(value)) return formats.day(value);
  return INSTANT.test(value) ? formats.instant(value) : value;
}

/** Titles of plans, networks and bodies and names of organisations: none of a person is in an event. */
function titleIn({ title, name, titleEn, nameEn }: Fields, language: Language): string {
  const inEnglish = language === 'en' ? (titleEn ?? nameEn) : null;
  const found = [inEnglish, title, name].find((one) => typeof one === 'string');
  if (found === undefined) return ABSENT;
  return language === 'it' ? `«${found}»` : `“${found}”`;
}
