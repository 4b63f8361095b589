import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { programmeStatus, programmingPeriod } from '../../words/programmes.ts';
import { TheProgramme } from './calls.documents.ts';
import { callsMessages } from './calls.messages.ts';
import { GivenAmounts } from './given.tsx';

type Programme = NonNullable<ResultOf<typeof TheProgramme>['programme']>;

/** One programme: its fund, its envelope, and what went to its calls. */
export function ProgrammeScreen(): ReactNode {
  const say = useText(callsMessages);
  return (
    <ObjectPage
      document={TheProgramme}
      thingIn={({ programme }) => programme}
      kind={say('programme')}
      missing={say('missing')}
    >
      {(programme) => <Page programme={programme} />}
    </ObjectPage>
  );
}

function Page({ programme }: Readonly<{ programme: Programme }>): ReactNode {
  const say = useText(callsMessages);
  const status = useText(programmeStatus);
  const period = useText(programmingPeriod);
  const { day, money } = useFormats();
  const { id, envelope, residual, allocations } = programme;
  const given = allocations.map(({ call, amount }) => ({ to: call, cents: amount.cents }));
  return (
    <>
      <Heading title={programme.title}>
        <Chip>{status(programme.status)}</Chip> <HistoryLink id={id} />
      </Heading>
      <Facts
        of={[
          [say('fund'), programme.fund],
          [say('period'), period(programme.period)],
          [say('objective'), programme.objective],
          [say('act'), programme.act],
          [say('adopted'), programme.adoptedOn && day(programme.adoptedOn)],
          [say('envelope'), envelope && money(envelope.cents)],
          [say('left'), residual && money(residual.cents)],
        ]}
      />
      <WaitingFor object={id} />
      <GivenAmounts title={say('allocations')} given={given} />
    </>
  );
}
