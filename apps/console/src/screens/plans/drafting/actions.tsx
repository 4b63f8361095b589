import type { ReactNode } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import {
  AssigningOwner,
  NewAction,
  NewIndicator,
  NewShare,
  NewTargetGroup,
} from './action-forms.tsx';
import type { Draft, DraftAction } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';
import { fieldId } from './field.ts';
import { Proposals } from './proposals.tsx';

/** Where something of the content is written: nobody may, or under this mandate. */
type Props = Readonly<{ draft: Draft; mandate: string | null }>;

/** The actions of a plan: whom they are for, what they are measured by, who answers for them. */
export function Actions({ draft, mandate }: Props): ReactNode {
  const say = useText(draftingMessages);
  return (
    <section aria-labelledby={fieldId('actions')}>
      <h2 id={fieldId('actions')} tabIndex={-1}>
        {say('actions')}
      </h2>
      {draft.actions.length === 0 && <p>{say('noActions')}</p>}
      {draft.actions.map((action) => (
        <Action key={action.id} {...{ draft, action, mandate }} />
      ))}
      {mandate !== null && <NewAction draft={draft} mandate={mandate} />}
    </section>
  );
}

type ActionProps = Props & Readonly<{ action: DraftAction }>;

function Action({ draft, action, mandate }: ActionProps): ReactNode {
  const say = useText(draftingMessages);
  const titleOf = useTitle();
  const path = `actions.${action.id}`;
  const { targetGroups, indicators } = action;
  return (
    <article className="proposal">
      <h3>{action.code === null ? titleOf(action) : `${action.code} · ${titleOf(action)}`}</h3>
      <Field path={`${path}.targetGroups`} title={say('targetGroups')}>
        {targetGroups.length === 0 ? say('none') : targetGroups.map(titleOf).join(' · ')}
        {mandate !== null && <NewTargetGroup {...{ draft, action, mandate }} />}
      </Field>
      <Field path={`${path}.indicators`} title={say('indicators')}>
        {indicators.length === 0
          ? say('none')
          : indicators
              .map((one) => `${titleOf(one)}: ${String(one.target)} ${one.unit}`)
              .join(' · ')}
        {mandate !== null && <NewIndicator {...{ draft, action, mandate }} />}
      </Field>
      {action.interventions.map((one) => (
        <Field
          key={one.id}
          path={`${path}.interventions.${one.id}.owner`}
          title={say('intervention', { title: titleOf(one) })}
        >
          {one.owner?.name ?? say('noOwner')}
          {mandate !== null && <AssigningOwner {...{ draft, mandate }} intervention={one.id} />}
        </Field>
      ))}
      {action.budgetLines.map((line) => (
        <Line key={line.id} {...{ draft, action, line, mandate }} />
      ))}
      <Proposals draft={draft} on={action.id} text={null} />
    </article>
  );
}

function Line({
  draft,
  action,
  line,
  mandate,
}: ActionProps & Readonly<{ line: DraftAction['budgetLines'][number] }>): ReactNode {
  const say = useText(draftingMessages);
  const { money } = useFormats();
  const shared = line.shares.reduce((sum, { amount }) => sum + BigInt(amount.cents), 0n);
  return (
    <Field
      path={`actions.${action.id}.budgetLines.${line.id}.shares`}
      title={say('line', { category: line.category })}
    >
      {say('shared', { shared: money(shared), amount: money(line.amount.cents) })}
      <ul>
        {line.shares.map(({ id, partner, amount }) => (
          <li key={id}>
            {partner?.name ?? id}: {money(amount.cents)}
          </li>
        ))}
      </ul>
      {mandate !== null && <NewShare {...{ draft, mandate }} line={line.id} />}
    </Field>
  );
}

/** A field that the check may send to: it takes the focus. */
function Field({
  path,
  title,
  children,
}: Readonly<{ path: string; title: string; children: ReactNode }>): ReactNode {
  return (
    <div className="field" id={fieldId(path)} tabIndex={-1}>
      <h4>{title}</h4>
      {children}
    </div>
  );
}
