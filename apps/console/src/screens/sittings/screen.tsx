import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { PrintLinks } from '../../parts/print-links.tsx';
import { Heading } from '../../parts/screen.tsx';
import { itemStatus, sittingStatus } from '../../words/boards.ts';
import { SittingActs } from './acts.tsx';
import { AgendaAdditions } from './agenda-additions.tsx';
import { Attendance } from './attendance.tsx';
import { ItemInHand } from './item.tsx';
import { LiveBar } from './live-bar.tsx';
import { MinutesActs } from './minutes-acts.tsx';
import { QuorumLost } from './quorum-lost.tsx';
import { Rectifying } from './rectifying.tsx';
import { Services } from './services.tsx';
import { itemInHand } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { TheSitting } from './sitting.documents.ts';
import { sittingMessages } from './sitting.messages.ts';

/** A sitting as it goes: agenda, the item in hand, who is there. */
export function SittingScreen(): ReactNode {
  const say = useText(sittingMessages);
  return (
    <ObjectPage
      document={TheSitting}
      thingIn={({ sitting }) => sitting}
      kind={say('list')}
      missing={say('missing')}
    >
      {(sitting) => <Page sitting={sitting} />}
    </ObjectPage>
  );
}

function Page({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const status = useText(sittingStatus);
  const { instant } = useFormats();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const item = itemInHand(sitting, search.punto);
  return (
    <>
      <Heading
        title={say('title', { when: instant(sitting.at) })}
        trail={
          <Link to="/sedute" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(sitting.status)}</Chip>{' '}
        <Link
          to="/sedute/$id/proiezione"
          params={{ id: sitting.id }}
          search={keepMoment}
          className="no-print"
        >
          {say('projector')}
        </Link>{' '}
        <HistoryLink id={sitting.id} />
      </Heading>
      <LiveBar revision={sitting.revision} />
      <QuorumLost sitting={sitting} item={item} />
      <Known sitting={sitting} />
      <Prints sitting={sitting} />
      <SittingActs sitting={sitting} />
      <MinutesActs sitting={sitting} />
      <Rectifying sitting={sitting} />
      <Services sitting={sitting} />
      <div className="sitting">
        <Agenda sitting={sitting} item={item} />
        {item && <ItemInHand sitting={sitting} item={item} />}
        <Attendance sitting={sitting} item={item} />
      </div>
    </>
  );
}

/** Its papers as PDF; minutes once it is over. */
function Prints({ sitting: { id, endedAt } }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const at = `/sittings/${id}`;
  const minutes = { address: `${at}/minutes.pdf`, name: say('minutes') };
  return (
    <PrintLinks
      prints={[
        { address: `${at}/notice.pdf`, name: say('notice') },
        { address: `${at}/attendance.pdf`, name: say('sheet') },
        ...(endedAt === null ? [] : [minutes]),
      ]}
    />
  );
}

function Known({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const titleOf = useTitle();
  const { instant } = useFormats();
  const { board, place, chair, secretary, openedAt, endedAt, minutes } = sitting;
  return (
    <Facts
      of={[
        [say('board'), board && <ObjectLink id={board.id}>{titleOf(named(board))}</ObjectLink>],
        [say('place'), place],
        [say('chair'), chair?.name],
        [say('secretary'), secretary?.name],
        [say('opened'), openedAt && instant(openedAt)],
        [say('ended'), endedAt && instant(endedAt)],
        [
          say('minutes'),
          minutes && (
            <DocumentLink sha256={minutes}>
              {say(sitting.status === 'MINUTES_DRAFTED' ? 'minutesDraft' : 'minutesText')}
            </DocumentLink>
          ),
        ],
      ]}
    />
  );
}

function Agenda({
  sitting,
  item: inHand,
}: Readonly<{ sitting: Sitting; item: Item | null }>): ReactNode {
  const say = useText(sittingMessages);
  const status = useText(itemStatus);
  const titleOf = useTitle();
  const { items } = sitting;
  return (
    <nav className="sitting-agenda" aria-labelledby="agenda">
      <h2 id="agenda">{say('agenda')}</h2>
      {items.length === 0 && <p>{say('noItems')}</p>}
      <ol>
        {items.map((one) => (
          <li key={one.item}>
            <Link
              to="."
              resetScroll={false}
              search={(search) => ({ ...search, punto: one.item })}
              aria-current={one.item === inHand?.item ? 'step' : undefined}
            >
              {one.decision ? titleOf(one.decision) : one.title}
            </Link>{' '}
            <Chip>{status(one.status)}</Chip>
          </li>
        ))}
      </ol>
      <AgendaAdditions sitting={sitting} />
    </nav>
  );
}
