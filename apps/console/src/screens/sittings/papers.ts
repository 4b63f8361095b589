/** The papers of a tally that a field counts; not a number where nothing is written. */
export function papersIn(form: FormData, name: string): number {
  const value = form.get(name);
  return Number.parseInt(typeof value === 'string' ? value : '', 10);
}

/** How many papers were written down so far, and how many seats ticked as having voted (D-3). */
export function countedIn(form: FormData): Readonly<{ papers: number; voters: number }> {
  const each = ['for', 'against', 'abstain'].map((name) => papersIn(form, name));
  const papers = each.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
  return { papers, voters: form.getAll('voters').length };
}
