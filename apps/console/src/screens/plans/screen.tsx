import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { AddressTabs } from '../../parts/address-tabs.tsx';
import { planStatus } from '../../words/plans.ts';
import { BudgetPart } from './budget.tsx';
import type { Plan } from './compared.ts';
import { CoursePart } from './course.tsx';
import { DraftingPart } from './drafting/part.tsx';
import { ThePlan } from './plan.documents.ts';
import { planMessages } from './plan.messages.ts';
import { TextPart } from './text.tsx';

/** One plan: its text beside an earlier one, its budget, its course. */
export function PlanScreen(): ReactNode {
  const say = useText(planMessages);
  return (
    <ObjectPage
      document={ThePlan}
      thingIn={({ plan, planBudget, readiness }) =>
        plan && { plan, bound: planBudget, isKept: readiness === null }
      }
      kind={say('list')}
      missing={say('missing')}
    >
      {(thing) => <Page {...thing} />}
    </ObjectPage>
  );
}

type Bound = ResultOf<typeof ThePlan>['planBudget'];

type Props = Readonly<{
  plan: Plan;
  bound: Bound;
  /** What is written in it is not for who looks. */
  isKept: boolean;
}>;

function Page({ plan, bound, isKept }: Props): ReactNode {
  const say = useText(planMessages);
  const status = useText(planStatus);
  const titleOf = useTitle();
  return (
    <>
      <Heading
        title={titleOf(plan)}
        trail={
          <Link to="/piani" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(plan.status)}</Chip> <HistoryLink id={plan.id} />
      </Heading>
      <Known plan={plan} />
      {isKept ? (
        <p>{say('kept')}</p>
      ) : (
        <AddressTabs
          label={say('tabs')}
          tabs={[
            ['testo', say('text'), () => <TextPart plan={plan} />],
            ['stesura', say('drafting'), () => <DraftingPart plan={plan.id} />],
            ['bilancio', say('budget'), () => <BudgetPart plan={plan} bound={bound} />],
            ['iter', say('course'), () => <CoursePart plan={plan} />],
          ]}
        />
      )}
    </>
  );
}

function Known({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(planMessages);
  const { day, money } = useFormats();
  const { lead, call, network, boards, adoption, approval } = plan;
  const titleOf = useTitle();
  return (
    <Facts
      of={[
        [say('lead'), lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>],
        [
          say('call'),
          call && <ObjectLink id={call.id}>{`${call.number} · ${titleOf(call)}`}</ObjectLink>,
        ],
        [say('network'), network && <ObjectLink id={network.id}>{titleOf(network)}</ObjectLink>],
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
