import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { callStatus, programmingPeriod } from '../../words/programmes.ts';
import { TheCall } from './calls.documents.ts';
import { callsMessages } from './calls.messages.ts';
import { GivenAmounts } from './given.tsx';

type Call = NonNullable<ResultOf<typeof TheCall>['call']>;

/** One call: what it finances, by when, and which plans it has funded. */
export function CallScreen(): ReactNode {
  const say = useText(callsMessages);
  return (
    <ObjectPage
      document={TheCall}
      thingIn={({ call }) => call}
      kind={say('call')}
      missing={say('missing')}
    >
      {(call) => <Page call={call} />}
    </ObjectPage>
  );
}

function Page({ call }: Readonly<{ call: Call }>): ReactNode {
  const say = useText(callsMessages);
  const status = useText(callStatus);
  const titleOf = useTitle();
  const { programme } = call;
  const given = call.assignments.map(({ plan, amount }) => ({ to: plan, cents: amount.cents }));
  return (
    <>
      <Heading
        title={titleOf(call)}
        trail={<ObjectLink id={programme.id}>{programme.title}</ObjectLink>}
      >
        <Chip>{status(call.status)}</Chip> <HistoryLink id={call.id} />
      </Heading>
      <Known call={call} />
      <WaitingFor object={call.id} />
      <GivenAmounts title={say('assignments')} given={given} />
    </>
  );
}

function Known({ call }: Readonly<{ call: Call }>): ReactNode {
  const say = useText(callsMessages);
  const period = useText(programmingPeriod);
  const { day, instant, money, percent } = useFormats();
  const { eligibleFrom, eligibleUntil, extensions, remodulationThresholdPercent: most } = call;
  const dates = [eligibleFrom, eligibleUntil].map((one) => (one === null ? '…' : day(one)));
  return (
    <Facts
      of={[
        [say('number'), call.number],
        [say('period'), period(call.period)],
        [say('act'), call.act],
        [say('published'), call.publishedAt && instant(call.publishedAt)],
        [
          say('registered'),
          call.registeredOn && `${call.registrationNo ?? ''} ${day(call.registeredOn)}`.trim(),
        ],
        [say('deadline'), call.deadline && instant(call.deadline)],
        [
          say('extended'),
          extensions
            .map(({ deadline, regions }) => {
              const where = regions.length === 0 ? say('allRegions') : regions.join(', ');
              return `${instant(deadline)} (${where})`;
            })
            .join('; '),
        ],
        [say('eligible'), (eligibleFrom ?? eligibleUntil) && dates.join(' – ')],
        [say('budget'), money(call.budget.cents)],
        [say('residual'), money(call.residual.cents)],
        [say('threshold'), most === null ? say('noThreshold') : percent(most / 100)],
      ]}
    />
  );
}
