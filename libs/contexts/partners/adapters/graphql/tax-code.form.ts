/** Eleven digits of an organisation, or the sixteen letters and digits of a person. */
export const taxCodeForm = [
  /^(\d{11}|[A-Za-z]{6}[0-9A-Za-z]{2}[A-Za-z][0-9A-Za-z]{2}[A-Za-z][0-9A-Za-z]{3}[A-Za-z])$/,
  {
    message: '$property is no tax code ($value): eleven digits, or sixteen letters and digits',
  },
] as const;
