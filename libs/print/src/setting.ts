import type { BodyAnswer, ItemAnswer } from './answers.js';
import { formatsOf } from './formats.js';
import type { Formats } from './formats.js';
import type { PaperMoment } from './paper.js';
import { sentences } from './sentences.js';
import { words } from './words.js';
import type { Locale } from './words.js';

/** For whom a paper is made, where, and as of when. */
export type Circumstances = Readonly<{
  locale: Locale;
  institution: string;
  zone: string;
  moment: PaperMoment;
}>;

/** Whoever writes a paper has these at hand. */
export type Setting = Readonly<{
  locale: Locale;
  say: (typeof sentences)[Locale];
  word: (typeof words)[Locale]['by'];
  formats: Formats;
  /** Who holds a seat, as people call them. */
  seat: (seat: string) => string;
  /** Its name, or a dash: it was erased, or there is nobody. */
  person: (person: Readonly<{ name: string | null }> | null) => string;
  titleOf: (item: ItemAnswer) => string;
}>;

/** What the papers of a body have in common. */
export function settingOf({ locale, zone }: Circumstances, board: BodyAnswer | null): Setting {
  const { unknown, by } = words[locale];
  const person: Setting['person'] = (who) => who?.name ?? unknown;
  return {
    ...{ locale, say: sentences[locale], word: by, formats: formatsOf(locale, zone), person },
    seat: (seat) => {
      const held = board?.seats.find((each) => each.seat === seat);
      return held ? `${person(held.person)} (${held.category})` : seat;
    },
    titleOf: ({ decision, title }) =>
      decision === null ? title : ((locale === 'en' ? decision.titleEn : null) ?? decision.title),
  };
}

/** What is common to all papers of a body. */
export function frameOf(
  { locale, institution, zone, moment }: Circumstances,
  board: BodyAnswer | null,
) {
  const name = (locale === 'en' ? board?.nameEn : null) ?? board?.name ?? words[locale].unknown;
  return { ...{ locale, institution, zone, moment }, body: name };
}

/** Of the Asylum, Migration and Integration Fund the Union pays a part, and its papers say so. */
export function isOfTheFund(...plans: readonly (BodyAnswer['plan'] | undefined)[]): boolean {
  return plans.some((plan) => /\bFAMI\b/u.test(plan?.call?.programme?.fund ?? ''));
}
