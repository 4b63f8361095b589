import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { NamedList } from '../../parts/named-list.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { agreementStatus } from '../../words/agreements.ts';
import { memberRole, memberStatus } from '../../words/networks.ts';
import { partnerKind, partnerStatus } from '../../words/partners.ts';
import { ThePartner } from './partner.documents.ts';
import { partnerMessages } from './partner.messages.ts';

type Partner = NonNullable<ResultOf<typeof ThePartner>['partner']>;

/** One organisation: what it is, who acts for it, where it takes part. */
export function PartnerScreen(): ReactNode {
  const say = useText(partnerMessages);
  return (
    <ObjectPage
      document={ThePartner}
      thingIn={({ partner }) => partner}
      kind={say('list')}
      missing={say('missing')}
    >
      {(partner) => <Page partner={partner} />}
    </ObjectPage>
  );
}

function Page({ partner }: Readonly<{ partner: Partner }>): ReactNode {
  const say = useText(partnerMessages);
  const status = useText(partnerStatus);
  return (
    <>
      <Heading
        title={partner.name}
        trail={
          <Link to="/partner" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(partner.status)}</Chip> <HistoryLink id={partner.id} />
      </Heading>
      <Known partner={partner} />
      <Representations partner={partner} />
      <WaitingFor object={partner.id} />
      <Memberships partner={partner} />
      <Agreements partner={partner} />
    </>
  );
}

function Known({ partner }: Readonly<{ partner: Partner }>): ReactNode {
  const say = useText(partnerMessages);
  const kind = useText(partnerKind);
  const { day } = useFormats();
  const { eligibleUntil, endedOn, successor, territory, taxCode, isPublic } = partner;
  return (
    <Facts
      of={[
        [say('kind'), kind(partner.kind)],
        [say('isPublic'), say(isPublic ? 'yes' : 'no')],
        [say('territory'), territory],
        [say('taxCode'), taxCode],
        [say('eligibleUntil'), eligibleUntil && day(eligibleUntil)],
        [say('endedOn'), endedOn && day(endedOn)],
        [
          say('successor'),
          successor && <ObjectLink id={successor.id}>{successor.name}</ObjectLink>,
        ],
      ]}
    />
  );
}

function Representations({ partner }: Readonly<{ partner: Partner }>): ReactNode {
  const say = useText(partnerMessages);
  const { day, money } = useFormats();
  const span = (from: string, until: string | null) =>
    until === null
      ? say('from', { from: day(from) })
      : say('fromUntil', { from: day(from), until: day(until) });
  return (
    <section>
      <h2>{say('representations')}</h2>
      {partner.representations.length === 0 && <p>{say('noRepresentations')}</p>}
      <ul>
        {partner.representations.map(({ id, kind, person, from, until, maxCents }) => (
          <li key={id}>
            {person.name ?? '—'}, {say(kind)}, {span(from, until)}
            {maxCents !== null && `, ${say('upTo', { amount: money(maxCents) })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Memberships({ partner }: Readonly<{ partner: Partner }>): ReactNode {
  const say = useText(partnerMessages);
  const role = useText(memberRole);
  const status = useText(memberStatus);
  return (
    <section>
      <h2>{say('memberships')}</h2>
      {partner.memberships.length === 0 && <p>{say('none')}</p>}
      <ul>
        {partner.memberships.map((one) => (
          <li key={`${one.network?.id ?? ''}-${one.since}`}>
            {one.network && <ObjectLink id={one.network.id}>{one.network.title}</ObjectLink>},{' '}
            {role(one.role)} <Chip>{status(one.status)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agreements({ partner: { agreements } }: Readonly<{ partner: Partner }>): ReactNode {
  const say = useText(partnerMessages);
  const state = useText(agreementStatus);
  const titleOf = useTitle();
  const of = agreements.map((one) => ({
    ...{ id: one.id, name: titleOf(one), state: state(one.status) },
  }));
  return <NamedList title={say('agreements')} none={say('none')} of={of} />;
}
