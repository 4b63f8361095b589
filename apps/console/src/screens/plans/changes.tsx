import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { DocumentLink } from '../../parts/document.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Table } from '../../parts/table.tsx';
import { planChangeKind, planChangeStatus } from '../../words/plans.ts';
import { linesOf, weightOf } from './change-facts.ts';
import type { ChangedLine, PlanChange } from './change-facts.ts';
import { changesMessages } from './changes.messages.ts';
import type { Plan } from './compared.ts';

/** Changes of the budget and the term that were asked for, the newest first: before, after, who decides. */
export function Changes({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(changesMessages);
  return (
    <section>
      <h2>{say('title')}</h2>
      {plan.changes.length === 0 && <p>{say('none')}</p>}
      {plan.changes.toReversed().map((change, place) => (
        <ChangeOf key={change.id} plan={plan} change={change} isOpen={place === 0} />
      ))}
    </section>
  );
}

type Props = Readonly<{ plan: Plan; change: PlanChange }>;

function ChangeOf({ plan, change, isOpen }: Props & Readonly<{ isOpen: boolean }>): ReactNode {
  const say = useText(changesMessages);
  const kind = useText(planChangeKind);
  const status = useText(planChangeStatus);
  const { money, day } = useFormats();
  const { end, endBefore, heldBackBy, decision, agreement, document } = change;
  const lines = linesOf(change, plan);
  return (
    <details className="changes" open={isOpen}>
      <summary>
        {kind(change.kind)}, {money(change.amount.cents)} <Chip>{status(change.status)}</Chip>
      </summary>
      <Who plan={plan} change={change} />
      {end !== null && (
        <p>{say('end', { before: endBefore === null ? '—' : day(endBefore), after: day(end) })}</p>
      )}
      {heldBackBy !== null && <p>{say('heldBack', { rule: heldBackBy })}</p>}
      {lines.length > 0 && <Lines lines={lines} name={kind(change.kind)} />}
      <ul>
        {decision !== null && (
          <li>
            <ObjectLink id={decision}>{say('decision')}</ObjectLink>
          </li>
        )}
        {agreement !== null && (
          <li>
            <ObjectLink id={agreement}>{say('agreement')}</ObjectLink>
          </li>
        )}
        {document !== null && (
          <li>
            <DocumentLink sha256={document}>{say('act')}</DocumentLink>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Who has to approve it, and why: of a remodulation by the threshold of the call (PL-9). */
function Who({ plan, change: { id, kind } }: Props): ReactNode {
  const say = useText(changesMessages);
  const { percent, money } = useFormats();
  if (kind !== 'REMODULATION') return <p>{say(kind)}</p>;
  const threshold = plan.call?.remodulationThresholdPercent ?? null;
  const total = BigInt(plan.total.cents);
  const { share, noticed, isAbove } = weightOf(id, { changes: plan.changes, total, threshold });
  return (
    <p>
      <strong>
        {threshold === null
          ? say('noThreshold', { share: percent(share) })
          : say(isAbove ? 'above' : 'below', {
              share: percent(share),
              threshold: percent(threshold / 100),
            })}
      </strong>{' '}
      {noticed > 0n && say('noticed', { noticed: money(noticed) })}
    </p>
  );
}

function Lines({
  lines,
  name,
}: Readonly<{ lines: readonly ChangedLine[]; name: string }>): ReactNode {
  const say = useText(changesMessages);
  const { money } = useFormats();
  const sums = {
    before: lines.reduce((sum, { before }) => sum + before, 0n),
    after: lines.reduce((sum, { after }) => sum + after, 0n),
  };
  const amount = (key: 'before' | 'after' | 'change', of: (row: ChangedLine) => bigint) => ({
    ...{ key, title: say(key), isNumber: true },
    value: (row: ChangedLine) => euros(of(row)),
    cell: (row: ChangedLine) => (key === 'change' ? signed(of(row), money) : money(of(row))),
  });
  const columns: readonly Column<ChangedLine>[] = [
    { key: 'line', title: say('line'), value: (row) => row.name },
    amount('before', ({ before }) => before),
    amount('after', ({ after }) => after),
    amount('change', ({ before, after }) => after - before),
  ];
  return (
    <Table
      caption={name}
      columns={columns}
      rows={lines}
      idOf={({ id }) => id}
      foot={[
        ...[say('sum'), money(sums.before), money(sums.after)],
        signed(sums.after - sums.before, money),
      ]}
    />
  );
}

/** A difference with its sign; `=` where there is none. */
export function signed(cents: bigint, money: (cents: bigint) => string): string {
  if (cents === 0n) return '=';
  return cents > 0n ? `+${money(cents)}` : money(cents);
}
