import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { canonicalTextOf } from '../../data/documents.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { DocumentLink } from '../../parts/document.tsx';
import { Loading } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { agreementStatus } from '../../words/agreements.ts';
import { comparedTexts } from '../plans/compared.ts';
import { Words } from '../plans/section.tsx';
import type { Agreement, Version } from './signature-state.ts';
import { changedVersions, clausesIn } from './text-changes.ts';
import type { ChangedVersion, ClauseChange } from './text-changes.ts';
import { useVersionName } from './version-name.ts';
import { versionsMessages } from './versions.messages.ts';

/** Its versions, and what each amendment changes, word by word against the text that it amends. */
export function Versions({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(versionsMessages);
  const { versions } = agreement;
  return (
    <section>
      <h2>{say('title')}</h2>
      <Table
        caption={say('title')}
        columns={useColumns()}
        rows={versions}
        idOf={({ id }: Version) => id}
      />
      {versions.some(({ change }) => change) && <Changes agreement={agreement} />}
    </section>
  );
}

function useColumns(): readonly Column<Version>[] {
  const say = useText(versionsMessages);
  const state = useText(agreementStatus);
  const { day } = useFormats();
  const nameOf = useVersionName();
  const period = ({ from, before }: Version) => {
    if (from === null) return say('notInForce');
    return before === null
      ? say('since', { from: day(from) })
      : say('until', { from: day(from), before: day(before) });
  };
  return [
    { key: 'name', title: say('version'), value: nameOf },
    {
      key: 'status',
      title: say('status'),
      value: ({ status }) => state(status),
      cell: ({ status }) => <Chip>{state(status)}</Chip>,
    },
    { key: 'inForce', title: say('inForce'), value: period },
    {
      key: 'text',
      title: say('text'),
      value: ({ textSha256 }) => textSha256,
      cell: ({ textSha256 }) =>
        textSha256 === null ? (
          say('noText')
        ) : (
          <DocumentLink sha256={textSha256}>{say('text')}</DocumentLink>
        ),
    },
  ];
}

/** The clauses as they were founded: read from the frozen text, which is what was signed. */
function useFoundingClauses({ versions, clauses }: Agreement) {
  const founding = versions.find(({ amends }) => amends === null);
  const { textSha256 = null } = founding ?? {};
  const isAmended = versions.some(({ amends, number }) => amends !== null && number !== null);
  const query = useQuery({
    queryKey: ['founding-clauses', textSha256],
    enabled: isAmended && textSha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const text = textSha256 === null ? null : await canonicalTextOf(textSha256, signal);
      return text === null ? null : clausesIn(text);
    },
  });
  // Until an amendment is in force, the clauses are those that were founded.
  if (!isAmended) return { isPending: false, clauses };
  return { isPending: query.isFetching, clauses: query.data ?? null };
}

function Changes({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const { isPending, clauses } = useFoundingClauses(agreement);
  if (isPending) return <Loading />;
  return changedVersions(clauses, agreement.versions).map((changed) => (
    <ChangesOf key={changed.version.id} changed={changed} />
  ));
}

function ChangesOf({
  changed: { version, clauses },
}: Readonly<{ changed: ChangedVersion }>): ReactNode {
  const say = useText(versionsMessages);
  const { day, money } = useFormats();
  const nameOf = useVersionName();
  const { change } = version;
  return (
    <details className="changes">
      <summary>{say('changesOf', { version: nameOf(version) })}</summary>
      <ul>
        {change?.title != null && <li>{say('newTitle', { title: change.title })}</li>}
        {change?.end != null && <li>{say('newEnd', { end: day(change.end) })}</li>}
        {change?.total != null && <li>{say('newTotal', { total: money(change.total.cents) })}</li>}
        <Joining version={version} />
      </ul>
      {clauses.map((clause) => (
        <ClauseOf key={clause.id} clause={clause} />
      ))}
    </details>
  );
}

/** Who becomes a party by it, and who is none any more. */
function Joining({ version: { parties } }: Readonly<{ version: Version }>): ReactNode {
  const say = useText(versionsMessages);
  return parties
    .filter(({ joining, leaving }) => joining || leaving)
    .map(({ partner, joining }) => (
      <li key={partner?.id}>{say(joining ? 'joins' : 'leaves', { name: partner?.name ?? '—' })}</li>
    ));
}

function ClauseOf({
  clause: { title, before, after, isBeforeUnknown },
}: Readonly<{ clause: ClauseChange }>): ReactNode {
  const say = useText(versionsMessages);
  const { locale } = useIntl();
  const kind = before === null ? 'added' : after === null ? 'dropped' : 'changed';
  return (
    <>
      <h4>
        {title} <Chip>{say(isBeforeUnknown ? 'unknown' : kind)}</Chip>
      </h4>
      <Words runs={comparedTexts(before ?? '', after ?? '', locale)} />
    </>
  );
}
