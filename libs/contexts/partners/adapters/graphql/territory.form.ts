/**
 * A code of NUTS (`IT`, `ITC`, `ITC4`, `ITC4C`) or of ISTAT (province `015`, municipality
 * `015146`). The two digits that ISTAT gives to a region are no beginning of those of its
 * provinces, so a region is named by NUTS.
 */
export const territoryForm = [
  /^(IT[0-9A-Z]{0,3}|\d{3}|\d{6})$/,
  { message: '$property is no NUTS or ISTAT code ($value), for example ITC4C, 015 or 015146' },
] as const;
