/** Where a screen is: an address, and what is pressed there one after the other to come to it. */
export type Screen = Readonly<{
  name: string;
  list: string;
  via: readonly string[];
  part: string;
  /** Who looks at it; a member of a body unless told. */
  as?: string;
  /** A field by its name, and what is typed there: a list opens below it. */
  typed?: readonly [field: string, text: string];
}>;

const FIRST = 'tbody th a';
const SECOND = 'tbody tr:nth-child(2) th a';
const BODY = 'tbody a[href*="/organi/"]';
const CALL = 'main a[href*="/avvisi/"]';
/** Sits in a body that votes today. */
const MEMBER = 'Fulvia Esempio';
/** Leads the plan that is being co-designed, and who founded the instance. */
const [LEAD, FOUNDER] = ['Olga Esempio', 'Founder'] as const;
/** Keeps the minutes of a committee with a tie and papers to count; acts for a partner of that plan. */
const [SECRETARY, PARTNER] = ['Nives Esempio', 'Ciro Esempio'] as const;
const DRAFTING = ['/piani?status=CO_DESIGNING', '?tab=stesura&sezione=02-finalita'] as const;

/** Has signed, for who leads it, an agreement that others have not signed yet. */
const SIGNED = 'Alba Esempio';

const at = (name: string, list: string): Screen => ({ name, list, via: [], part: '' });
/** The page of the first object in a list; `part` is what comes after its address. */
const firstOf = (name: string, list: string, part = ''): Screen => {
  return { name, list, via: [FIRST], part };
};

/** Every screen of the console, by its name in `docs/screens`. */
export const screens: readonly Screen[] = [
  at('home', '/'),
  at('sign-in', '/accesso'),
  at('desk', '/scrivania'),
  { ...at('vote', '/scrivania'), via: ['main a[href*="/voto/"]'] },
  at('plans', '/piani'),
  firstOf('plan', '/piani'),
  { ...firstOf('plan-drafting', ...DRAFTING), as: LEAD },
  firstOf('plan-kept', ...DRAFTING),
  firstOf('plan-budget', '/piani', '?tab=bilancio'),
  firstOf('plan-course', '/piani', '?tab=iter'),
  { ...at('call', '/piani'), via: [FIRST, CALL] },
  { ...at('programme', '/piani'), via: [FIRST, CALL, 'main a[href*="/programmi/"]'] },
  at('decisions', '/decisioni'),
  firstOf('decision', '/decisioni'),
  { ...at('time-machine', '/piani'), via: [FIRST, 'main a[href*="/tempo/"]'] },
  at('calendar', '/calendario'),
  at('calendar-month', '/calendario?vista=mese'),
  at('sittings', '/sedute'),
  firstOf('sitting', '/sedute'),
  firstOf('sitting-on-the-wall', '/sedute', '/proiezione'),
  { ...firstOf('sitting-tied', '/sedute?status=IN_SESSION'), as: SECRETARY },
  { ...at('sitting-on-paper', '/sedute?status=IN_SESSION'), via: [SECOND], as: SECRETARY },
  { ...at('body-secretary', '/sedute?status=IN_SESSION'), via: [BODY], as: SECRETARY },
  { ...firstOf('plan-review', DRAFTING[0]), as: PARTNER },
  { ...at('body', '/decisioni'), via: ['tbody a[href*="/organi/"]'] },
  at('networks', '/reti'),
  firstOf('network', '/reti'),
  firstOf('network-map', '/reti', '?tab=mappa'),
  { ...firstOf('network-map-find', '/reti', '?tab=mappa'), typed: ['Cerca sulla mappa', 'e'] },
  firstOf('network-map-filtered', '/reti', '?tab=mappa&membri=ACTIVE'),
  at('agreements', '/accordi'),
  { ...firstOf('agreement', '/accordi?status=PARTIALLY_SIGNED'), as: SIGNED },
  at('organisations', '/partner'),
  firstOf('organisation', '/partner'),
  at('events', '/eventi'),
  firstOf('event', '/eventi'),
  { ...at('operations', '/esercizio'), as: FOUNDER },
  at('operations-closed', '/esercizio'),
  { ...at('projection-step', '/esercizio/passi/sitting'), as: FOUNDER },
  at('exports', '/esercizio/esportazioni'),
  at('published-decisions', '/albo'),
  at('search', '/cerca?q=dimostrativa'),
  at('help', '/aiuto'),
  at('accessibility', '/accessibilita'),
  at('not-found', '/non/c-e'),
];

/** Whoever looks at a screen. */
export const lookers: readonly string[] = [...new Set(screens.map((screen) => lookerAt(screen)))];

/** Who looks at a screen, by name. */
export function lookerAt({ as = MEMBER }: Screen): string {
  return as;
}
