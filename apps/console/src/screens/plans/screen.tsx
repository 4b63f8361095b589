import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/shell.tsx';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { AddressTabs } from '../../parts/address-tabs.tsx';
import { planStatus } from '../../words/plans.ts';
import { BudgetPart } from './budget.tsx';
import type { Plan } from './compared.ts';
import { CoursePart } from './course.tsx';
import { ThePlan } from './plan.documents.ts';
import { planMessages } from './plan.messages.ts';
import { TextPart } from './text.tsx';

/** One plan: its text beside an earlier one, its budget, its course. */
export function PlanScreen(): ReactNode {
  const say = useText(planMessages);
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk(ThePlan, { id }, { follows: [id] });
  return (
    <Shown of={asked}>
      {({ plan, planBudget }) =>
        plan ? (
          <Page plan={plan} bound={planBudget} />
        ) : (
          <Empty>
            <h1>{say('list')}</h1>
            <p>{say('missing')}</p>
          </Empty>
        )
      }
    </Shown>
  );
}

type Bound = ResultOf<typeof ThePlan>['planBudget'];

function Page({ plan, bound }: Readonly<{ plan: Plan; bound: Bound }>): ReactNode {
  const say = useText(planMessages);
  const status = useText(planStatus);
  return (
    <>
      <Heading
        title={plan.title}
        trail={
          <Link to="/piani" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(plan.status)}</Chip> <HistoryLink id={plan.id} />
      </Heading>
      <Known plan={plan} />
      <AddressTabs
        label={say('tabs')}
        tabs={[
          ['testo', say('text'), () => <TextPart plan={plan} />],
          ['bilancio', say('budget'), () => <BudgetPart plan={plan} bound={bound} />],
          ['iter', say('course'), () => <CoursePart plan={plan} />],
        ]}
      />
    </>
  );
}

function Known({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const { day, money } = useFormats();
  const { lead, call, network, boards, adoption, approval } = plan;
  return (
    <Facts
      of={[
        [say('lead'), lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>],
        [say('call'), call && `${call.number} · ${call.title}`],
        [say('network'), network && <ObjectLink id={network.id}>{network.title}</ObjectLink>],
        [
          say('boards'),
          boards.length > 0 &&
            boards.map(({ id, name }) => (
              <span key={id}>
                <ObjectLink id={id}>{name}</ObjectLink>{' '}
              </span>
            )),
        ],
        [say('execution'), `${day(plan.executionStart)} – ${day(plan.executionEnd)}`],
        [say('total'), money(plan.total.cents)],
        [say('region'), plan.regionCode],
        [say('cup'), approval?.cup],
        [
          say('version'),
          adoption && (
            <ObjectLink id={adoption.decisionId}>
              {say('adopted', { version: adoption.version, day: day(adoption.effectiveOn) })}
            </ObjectLink>
          ),
        ],
      ]}
    />
  );
}
