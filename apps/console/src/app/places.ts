/** Where the keyboard and the palette lead: a letter after G, an address, and what is said of it. */
export const places = [
  ['s', '/scrivania', 'goDesk'],
  ['c', '/calendario', 'goCalendar'],
  ['t', '/sedute', 'goSittings'],
  ['p', '/piani', 'goPlans'],
  ['d', '/decisioni', 'goDecisions'],
  ['r', '/reti', 'goNetworks'],
  ['a', '/accordi', 'goAgreements'],
  ['e', '/partner', 'goPartners'],
  ['l', '/eventi', 'goEvents'],
  ['h', '/aiuto', 'goHelp'],
] as const;

/** The address that a letter leads to; null for one that leads nowhere. */
export function placeOf(letter: string): (typeof places)[number][1] | null {
  return places.find(([one]) => one === letter)?.[1] ?? null;
}
