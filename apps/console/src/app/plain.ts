/** Letters as they are compared: without accents and case, with the apostrophe that keyboards have. */
export function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
