import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { Loading } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { Allocation } from './treemap.tsx';
import { BaseChoice } from './base-choice.tsx';
import { useComparison } from './base.ts';
import { Changes, signed } from './changes.tsx';
import { BudgetBars } from './budget-bars.tsx';
import { comparedLines, sumOf } from './compared.ts';
import type { ComparedLine, Plan } from './compared.ts';
import { partnerSums } from './partner-sums.ts';
import type { ThePlan } from './plan.documents.ts';
import { planMessages } from './plan.messages.ts';

type Bound = ResultOf<typeof ThePlan>['planBudget'];
type Row = ComparedLine & Readonly<{ committed: bigint }>;

/** The money of a plan: by action as bars, by line with what it was and what is bound, by partner. */
export function BudgetPart({ plan, bound }: Readonly<{ plan: Plan; bound: Bound }>): ReactNode {
  const say = useText(planMessages);
  const { money } = useFormats();
  const comparison = useComparison(plan.id);
  const columns = useColumns(comparison.text !== null);
  if (comparison.isPending) return <Loading />;
  const lines = comparedLines(plan, comparison.text);
  if (lines.length === 0) return <p>{say('notYet')}</p>;
  const rows = lines.map((line) => ({ ...line, committed: committedOn(line.id, bound) }));
  const sum = sumOf(lines);
  const total = BigInt(plan.total.cents);
  return (
    <>
      <BudgetBars plan={plan} committedOn={(line) => committedOn(line, bound)} />
      <Allocation plan={plan} />
      <section>
        <h2>{say('byLine')}</h2>
        <div className="filters no-print">
          <BaseChoice comparison={comparison} />
        </div>
        <Table
          caption={say('byLine')}
          file={say('byLine')}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          foot={columns.map(({ key }) => footOf(key, { rows, say: say('sum'), money }))}
        />
        <p>
          {sum === total
            ? say('sumsAgree')
            : say('sumsDiffer', { sum: money(sum), total: money(total) })}
        </p>
      </section>
      <Partners plan={plan} />
      <Changes plan={plan} />
    </>
  );
}

function committedOn(line: string, bound: Bound): bigint {
  const of = (bound?.commitments ?? []).filter((one) => one.line === line);
  return of.reduce((sum, { amount }) => sum + BigInt(amount.cents), 0n);
}

function useColumns(isCompared: boolean): readonly Column<Row>[] {
  const say = useText(planMessages);
  const { money } = useFormats();
  const amount = (key: string, title: string, of: (row: Row) => bigint): Column<Row> => ({
    ...{ key, title, isNumber: true, as: 'money' as const },
    value: (row) => euros(of(row)),
    cell: (row) => money(of(row)),
  });
  return [
    { key: 'line', title: say('line'), value: ({ category }) => category },
    { key: 'action', title: say('action'), value: ({ action }) => action },
    ...(isCompared
      ? [
          amount('before', say('then'), ({ before }) => before ?? 0n),
          {
            ...amount('change', say('change'), ({ cents, before }) => cents - (before ?? 0n)),
            cell: ({ cents, before }: Row) => signed(cents - (before ?? 0n), money),
          },
        ]
      : []),
    amount('amount', say('amount'), ({ cents }) => cents),
    amount('committed', say('committed'), ({ committed }) => committed),
    amount('left', say('left'), ({ cents, committed }) => cents - committed),
  ];
}

type Foot = Readonly<{ rows: readonly Row[]; say: string; money: (cents: bigint) => string }>;

function footOf(key: string, { rows, say, money }: Foot): string {
  const add = (of: (row: Row) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n);
  switch (key) {
    case 'line':
      return say;
    case 'before':
      return money(add(({ before }) => before ?? 0n));
    case 'change':
      return signed(
        add(({ cents, before }) => cents - (before ?? 0n)),
        money,
      );
    case 'amount':
      return money(add(({ cents }) => cents));
    case 'committed':
      return money(add(({ committed }) => committed));
    case 'left':
      return money(add(({ cents, committed }) => cents - committed));
    default:
      return '';
  }
}

function Partners({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const { money } = useFormats();
  const { at } = useSearch({ strict: false });
  const sums = partnerSums(plan);
  if (sums.length === 0) return null;
  const columns: readonly Column<(typeof sums)[number]>[] = [
    { key: 'partner', title: say('partner'), value: ({ name }) => name },
    {
      ...{ key: 'amount', title: say('amount'), isNumber: true, as: 'money' },
      value: ({ cents }) => euros(cents),
      cell: ({ cents }) => money(cents),
    },
  ];
  return (
    <section key={at}>
      <h2>{say('byPartner')}</h2>
      <Table
        file={say('byPartner')}
        caption={say('byPartner')}
        columns={columns}
        rows={sums}
        idOf={({ id }) => id}
      />
    </section>
  );
}
