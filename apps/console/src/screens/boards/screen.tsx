import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { boardLevel, boardStatus } from '../../words/boards.ts';
import { Convening } from '../sittings/convening.tsx';
import { TheBoard } from './board.documents.ts';
import { boardMessages } from './board.messages.ts';
import { Rules } from './rules.tsx';
import type { Board } from './shape.ts';
import { DecisionsOf, Seats, SittingsOf } from './tables.tsx';

/** One body: who sits in it, how it decides, what it has decided. */
export function BoardScreen(): ReactNode {
  const say = useText(boardMessages);
  return (
    <ObjectPage
      document={TheBoard}
      thingIn={({ board }) => board}
      kind={say('kind')}
      missing={say('missing')}
    >
      {(board) => <Page board={board} />}
    </ObjectPage>
  );
}

function Page({ board }: Readonly<{ board: Board }>): ReactNode {
  const say = useText(boardMessages);
  const status = useText(boardStatus);
  const titleOf = useTitle();
  return (
    <>
      <Heading title={titleOf(named(board))} trail={<span>{say('kind')}</span>}>
        <Chip>{status(board.status)}</Chip> <HistoryLink id={board.id} />
      </Heading>
      <Known board={board} />
      <Seats board={board} />
      <Rules board={board} />
      <WaitingFor object={board.id} />
      <SittingsOf board={board} />
      <Convening board={board.id} noticeDays={board.rulebook.noticeDays} />
      <DecisionsOf board={board} />
    </>
  );
}

function Known({ board }: Readonly<{ board: Board }>): ReactNode {
  const say = useText(boardMessages);
  const level = useText(boardLevel);
  const { day } = useFormats();
  const titleOf = useTitle();
  const { network, plan, chairs, viceChairs, secretaries, alternates, termUntil } = board;
  return (
    <Facts
      of={[
        [say('level'), level(board.level)],
        [say('network'), network && <ObjectLink id={network.id}>{titleOf(network)}</ObjectLink>],
        [say('plan'), plan && <ObjectLink id={plan.id}>{titleOf(plan)}</ObjectLink>],
        [say('chair'), namesIn(chairs)],
        [say('viceChair'), namesIn(viceChairs)],
        [say('secretary'), namesIn(secretaries)],
        [say('alternate'), namesIn(alternates)],
        [say('term'), day(termUntil)],
      ]}
    />
  );
}

function namesIn(offices: Board['chairs']): string {
  return offices.map(({ person }) => person.name ?? '—').join(', ');
}
