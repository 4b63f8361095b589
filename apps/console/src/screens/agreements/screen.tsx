import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { Facts } from '../../parts/facts.tsx';
import { NamedList } from '../../parts/named-list.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { agreementKind, agreementStatus } from '../../words/agreements.ts';
import { Attachments } from './attachments.tsx';
import { TheAgreement } from './agreement.documents.ts';
import { agreementMessages } from './agreement.messages.ts';
import { Obligations } from './obligations.tsx';
import type { Agreement } from './signature-state.ts';
import { Signatures } from './signatures.tsx';
import { Versions } from './versions.tsx';

/** One agreement: its text, who has signed it, what it waits for. */
export function AgreementScreen(): ReactNode {
  const say = useText(agreementMessages);
  return (
    <ObjectPage
      document={TheAgreement}
      thingIn={({ agreement }) => agreement}
      kind={say('list')}
      missing={say('missing')}
    >
      {(agreement) => <Page agreement={agreement} />}
    </ObjectPage>
  );
}

function Page({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  const status = useText(agreementStatus);
  const { id } = agreement;
  const titleOf = useTitle();
  return (
    <>
      <Heading
        title={titleOf(agreement)}
        trail={
          <Link to="/accordi" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(agreement.status)}</Chip> <HistoryLink id={id} />
      </Heading>
      <Known agreement={agreement} />
      <Signatures agreement={agreement} />
      <WaitingFor object={id} />
      <Conditions agreement={agreement} />
      <Versions agreement={agreement} />
      <Obligations agreement={agreement} />
      <Clauses agreement={agreement} />
      <Attachments agreement={agreement} />
      <Below agreement={agreement} />
    </>
  );
}

function Known({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  const kind = useText(agreementKind);
  const { day, money } = useFormats();
  const { start, end, inForceFrom, plan, network, parent, registration, publication } = agreement;
  const { textSha256, textVersion } = agreement;
  const titleOf = useTitle();
  return (
    <Facts
      of={[
        [say('kind'), kind(agreement.kind)],
        [say('term'), `${day(start)} – ${day(end)}`],
        [say('inForceFrom'), inForceFrom && day(inForceFrom)],
        [say('total'), money(agreement.total.cents)],
        [say('plan'), plan && <ObjectLink id={plan.id}>{titleOf(plan)}</ObjectLink>],
        [say('network'), network && <ObjectLink id={network.id}>{titleOf(network)}</ObjectLink>],
        [say('parent'), parent && <ObjectLink id={parent.id}>{titleOf(parent)}</ObjectLink>],
        [
          say('text'),
          textSha256 === null ? (
            say('noText')
          ) : (
            <DocumentLink sha256={textSha256}>
              {say('textOf', { version: textVersion ?? 1 })}
            </DocumentLink>
          ),
        ],
        [
          say('registration'),
          registration && `${registration.protocolNo}, ${day(registration.protocolDate)}`,
        ],
        [
          say('publication'),
          publication && `${publication.place}, ${day(publication.publishedOn)}`,
        ],
      ]}
    />
  );
}

function Conditions({ agreement: { conditions } }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  const { day } = useFormats();
  if (conditions.length === 0) return null;
  return (
    <section>
      <h2>{say('conditions')}</h2>
      <ul>
        {conditions.map(({ id, title, metOn }) => (
          <li key={id}>
            {title}: {metOn === null ? say('unmet') : say('met', { day: day(metOn) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clauses({ agreement: { clauses } }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  return (
    <section>
      <h2>{say('clauses')}</h2>
      {clauses.length === 0 && <p>{say('noClauses')}</p>}
      {clauses.map(({ id, title, text }) => (
        <details key={id} id={`clausola-${id}`} open={clauses.length < FEW}>
          <summary>{title}</summary>
          <p className="text">{text}</p>
        </details>
      ))}
    </section>
  );
}

const FEW = 4;

function Below({ agreement: { children } }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  const state = useText(agreementStatus);
  const titleOf = useTitle();
  if (children.length === 0) return null;
  const of = children.map((one) => ({
    ...{ id: one.id, name: titleOf(one), state: state(one.status) },
  }));
  return <NamedList title={say('children')} none="" of={of} />;
}
