import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ChoiceFilter, useFilter } from '../../parts/filters.tsx';
import { NamedList } from '../../parts/named-list.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Shown } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { agreementStatus } from '../../words/agreements.ts';
import { decisionStatus } from '../../words/boards.ts';
import type { Plan } from './compared.ts';
import { MissingList } from './drafting/missing-list.tsx';
import { fieldId } from './drafting/field.ts';
import { useArrival } from './drafting/use-arrival.ts';
import { Readiness } from './plan.documents.ts';
import { planMessages } from './plan.messages.ts';
import { Timeline } from './timeline.tsx';

/** Where a plan stands: what it waits for, what it lacks, who stands behind it, what decided on it. */
export function CoursePart({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const decided = useText(decisionStatus);
  const agreed = useText(agreementStatus);
  const titleOf = useTitle();
  useArrival(plan.id);
  return (
    <>
      <Timeline plan={plan} />
      <WaitingFor object={plan.id} />
      <Missing plan={plan} />
      <section>
        <h2>{say('endorsements')}</h2>
        {plan.endorsements.length === 0 && <p>{say('noEndorsements')}</p>}
        <ul>
          {plan.endorsements.map(({ id, partner, version }) => (
            <li key={id}>
              {partner && <ObjectLink id={partner.id}>{partner.name}</ObjectLink>},{' '}
              {say('versionOf', { version })}
            </li>
          ))}
        </ul>
      </section>
      <div id={fieldId('adoption')} tabIndex={-1}>
        <NamedList
          title={say('decisions')}
          none={say('none')}
          of={plan.decisions.map((one) => ({
            ...{ id: one.id, state: decided(one.status) },
            name: one.number === null ? titleOf(one) : `${one.number} · ${titleOf(one)}`,
          }))}
        />
      </div>
      <NamedList
        title={say('agreements')}
        none={say('none')}
        of={plan.agreements.map((one) => ({
          ...{ id: one.id, name: titleOf(one), state: agreed(one.status) },
        }))}
      />
    </>
  );
}

const steps = ['VALIDATION', 'ADOPTION', 'SUBMISSION', 'COMPLETION', 'CLOSURE'] as const;

/** What is missing for a step, each with the number of its rule. */
function Missing({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const step = useFilter('passaggio', steps) ?? 'ADOPTION';
  const asked = useAsk(Readiness, { plan: plan.id, step }, { follows: [plan.id] });
  return (
    <section>
      <h2>{say('readiness')}</h2>
      <ChoiceFilter
        name="passaggio"
        label={say('step')}
        options={steps.map((one) => [one, say(one)])}
        unset="ADOPTION"
      />
      <Shown of={asked}>
        {({ readiness }) =>
          readiness?.ready === true ? (
            <p>{say('ready')}</p>
          ) : (
            <MissingList missing={readiness?.missing ?? []} plan={plan} />
          )
        }
      </Shown>
    </section>
  );
}
