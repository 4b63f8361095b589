import { rules } from '@tavolo/kernel';

/** What the ledger of a parent agreement keeps out. */
export const ledgerRules = rules({
  ParentUnknown: ['X-12', 'L’accordo superiore non esiste.', 'There is no parent agreement.'],
  ParentNotSettled: [
    'A-8',
    'Il testo dell’accordo superiore può ancora cambiare: il suo stato è {status}.',
    'The text of the parent agreement can still change: its state is {status}.',
  ],
  OverResidual: [
    'A-8',
    'L’importo di {cents} centesimi supera il residuo dell’accordo superiore, {residual}.',
    'The amount of {cents} cents is over what the parent agreement has left, {residual}.',
  ],
  OutlastsParent: [
    'A-8',
    'La fine, {end}, è dopo quella dell’accordo superiore, {parentEnd}.',
    'The end, {end}, is after that of the parent agreement, {parentEnd}.',
  ],
  AlreadyReserved: [
    'X-11',
    'L’importo di {child} è già riservato.',
    'The amount of {child} is already reserved.',
  ],
  SettledOverReserved: [
    'A-8',
    'Il saldo di {cents} centesimi supera quanto riservato, {held}.',
    'The settlement of {cents} cents is over what is reserved, {held}.',
  ],
  NothingReserved: [
    'X-11',
    'Per {child} non c’è nulla di riservato.',
    'Nothing is reserved for {child}.',
  ],
});
