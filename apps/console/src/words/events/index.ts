import type { Messages } from '../../app/text.ts';
import { accessEvents } from './access.ts';
import { agreementsEvents } from './agreements.ts';
import { bodiesEvents } from './bodies.ts';
import { decisionsEvents } from './decisions.ts';
import { networksEvents } from './networks.ts';
import { partnersEvents } from './partners.ts';
import { plansEvents } from './plans.ts';
import { programmesEvents } from './programmes.ts';
import type { EventType } from './types.ts';

export type { EventType } from './types.ts';

/** A sentence for every type of event: one that has none does not compile. */
export const eventWords: Messages<EventType> = {
  it: {
    ...accessEvents.it,
    ...agreementsEvents.it,
    ...bodiesEvents.it,
    ...decisionsEvents.it,
    ...networksEvents.it,
    ...partnersEvents.it,
    ...plansEvents.it,
    ...programmesEvents.it,
  },
  en: {
    ...accessEvents.en,
    ...agreementsEvents.en,
    ...bodiesEvents.en,
    ...decisionsEvents.en,
    ...networksEvents.en,
    ...partnersEvents.en,
    ...plansEvents.en,
    ...programmesEvents.en,
  },
};

/** Whether this version knows a type of event; a newer one may have written others. */
export function isKnownType(type: string): type is EventType {
  return Object.hasOwn(eventWords.it, type);
}
