import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { AddressTabs } from '../../parts/address-tabs.tsx';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Facts } from '../../parts/facts.tsx';
import { NamedList } from '../../parts/named-list.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading, Loading } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { agreementStatus } from '../../words/agreements.ts';
import { memberRole, memberStatus, networkLevel, networkStatus } from '../../words/networks.ts';
import { partnerKind } from '../../words/partners.ts';
import { TheNetwork } from './network.documents.ts';
import { networkMessages } from './network.messages.ts';
import { Tree } from './tree.tsx';

type Network = NonNullable<ResultOf<typeof TheNetwork>['network']>;
type Member = Network['members'][number];

/** One network: who belongs to it, what lies within it, what binds it. */
export function NetworkScreen(): ReactNode {
  const say = useText(networkMessages);
  return (
    <ObjectPage
      document={TheNetwork}
      thingIn={({ network }) => network}
      kind={say('list')}
      missing={say('missing')}
    >
      {(network) => <Page network={network} />}
    </ObjectPage>
  );
}

function Page({ network }: Readonly<{ network: Network }>): ReactNode {
  const say = useText(networkMessages);
  const status = useText(networkStatus);
  const titleOf = useTitle();
  return (
    <>
      <Heading
        title={titleOf(network)}
        trail={
          <Link to="/reti" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(network.status)}</Chip> <HistoryLink id={network.id} />
      </Heading>
      <Known network={network} />
      <Members members={network.members} />
      <Within network={network} />
      <WaitingFor object={network.id} />
      <Agreements network={network} />
    </>
  );
}

const LazyMap = lazy(async () => ({ default: (await import('./map/map.tsx')).NetworkMap }));

/** The same twice: as a table, and as a map of who belongs together. */
function Within({ network }: Readonly<{ network: Network }>): ReactNode {
  const say = useText(networkMessages);
  return (
    <section aria-labelledby="within">
      <h2 id="within">{say('map')}</h2>
      <AddressTabs
        label={say('map')}
        tabs={[
          ['albero', say('asTree'), () => <Tree root={network} />],
          [
            'mappa',
            say('asMap'),
            () => (
              <Suspense fallback={<Loading />}>
                <LazyMap id={network.id} />
              </Suspense>
            ),
          ],
        ]}
      />
    </section>
  );
}

function Known({ network }: Readonly<{ network: Network }>): ReactNode {
  const say = useText(networkMessages);
  const level = useText(networkLevel);
  const { day } = useFormats();
  const { lead, plan, parent, activeFrom, territory } = network;
  const titleOf = useTitle();
  return (
    <Facts
      of={[
        [say('level'), level(network.level)],
        [say('lead'), lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>],
        [say('plan'), plan && <ObjectLink id={plan.id}>{titleOf(plan)}</ObjectLink>],
        [say('parent'), parent && <ObjectLink id={parent.id}>{titleOf(parent)}</ObjectLink>],
        [say('activeFrom'), activeFrom && day(activeFrom)],
        [say('territory'), territory.join(', ')],
      ]}
    />
  );
}

function Members({ members }: Readonly<{ members: readonly Member[] }>): ReactNode {
  const say = useText(networkMessages);
  const columns = useColumns();
  return (
    <section aria-labelledby="members">
      <h2 id="members">{say('members')}</h2>
      {members.length === 0 ? (
        <p>{say('noMembers')}</p>
      ) : (
        <Table
          caption={say('members')}
          file={say('members')}
          columns={columns}
          rows={members}
          idOf={({ partner, since }) => `${partner?.id ?? ''}-${since}`}
        />
      )}
    </section>
  );
}

function useColumns(): readonly Column<Member>[] {
  const say = useText(networkMessages);
  const kind = useText(partnerKind);
  const role = useText(memberRole);
  const status = useText(memberStatus);
  const { day } = useFormats();
  return [
    {
      key: 'partner',
      title: say('partner'),
      value: ({ partner }) => partner?.name ?? null,
      cell: ({ partner }) => partner && <ObjectLink id={partner.id}>{partner.name}</ObjectLink>,
    },
    {
      key: 'kind',
      title: say('kind'),
      value: ({ partner }) => partner && kind(partner.kind),
    },
    { key: 'role', title: say('role'), value: (one) => role(one.role) },
    {
      key: 'status',
      title: say('state'),
      value: (one) => status(one.status),
      cell: (one) => (
        <>
          <Chip>{status(one.status)}</Chip>{' '}
          {one.status === 'INVITED' &&
            one.invitedUntil !== null &&
            say('invitedUntil', { day: day(one.invitedUntil) })}
        </>
      ),
    },
    { key: 'since', title: say('since'), value: ({ since }) => since, as: 'instant' },
  ];
}

function Agreements({ network: { agreements } }: Readonly<{ network: Network }>): ReactNode {
  const say = useText(networkMessages);
  const state = useText(agreementStatus);
  const titleOf = useTitle();
  const of = agreements.map((one) => ({
    ...{ id: one.id, name: titleOf(one), state: state(one.status) },
  }));
  return <NamedList title={say('agreements')} none={say('none')} of={of} />;
}
