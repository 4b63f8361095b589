import type { Plan } from './compared.ts';

/** What each partner has of a plan's money, the largest first. */
export function partnerSums({
  actions,
}: Pick<Plan, 'actions'>): readonly Readonly<{ id: string; name: string; cents: bigint }>[] {
  const shares = actions.flatMap(({ budgetLines }) => budgetLines.flatMap((line) => line.shares));
  const byPartner = Map.groupBy(shares, ({ partner }) => partner?.id ?? '');
  return [...byPartner]
    .map(([id, of]) => ({
      ...{ id, name: of[0]?.partner?.name ?? '—' },
      cents: of.reduce((sum, { amount }) => sum + BigInt(amount.cents), 0n),
    }))
    .sort((one, other) => Number(other.cents - one.cents));
}
