import { rules } from '@tavolo/kernel';

/** What keeps a command out of a register of numbers. */
export const registerRules = rules({
  YearOver: [
    'D-5',
    'Il registro è dell’anno {year}: oggi i numeri si prendono da quello del {current}.',
    'This register is of the year {year}: today numbers are taken from that of {current}.',
  ],
});
