import type { ReactNode } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { useMay } from '../../../data/explanation.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { ActForm, textIn } from '../../../parts/act-form.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { DocumentLink } from '../../../parts/document.tsx';
import type { Draft, DraftTable } from './contributions.ts';
import { ApproveSessionMinutes, CloseTable, OpenTable } from './course-acts.documents.ts';
import { draftingMessages } from './drafting.messages.ts';
import { fieldId } from './field.ts';
import { TableActs } from './table-acts.tsx';

/** The tables of a plan: which of them are open, and minutes that nobody approved yet. */
export function Tables({ draft }: Readonly<{ draft: Draft }>): ReactNode {
  const say = useText(draftingMessages);
  const isPast = useMoment() !== null;
  const opening = useMay('openTable', draft.id).mandate;
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">{say('tables')}</h2>
      {draft.tables.length === 0 && <p>{say('noTables')}</p>}
      {draft.tables.map((table) => (
        <OneTable key={table.id} draft={draft} table={table} />
      ))}
      {opening !== null && !isPast && (
        <details>
          <summary>{say('newTable')}</summary>
          <ActForm
            document={OpenTable}
            mandate={opening}
            about={`table.${draft.id}`}
            submit={say('openTable')}
            inputFrom={(form) => Promise.resolve({ plan: draft.id, title: textIn(form, 'title') })}
          >
            <label>
              {say('title')}
              <input type="text" name="title" required maxLength={300} />
            </label>
          </ActForm>
        </details>
      )}
    </section>
  );
}

function OneTable({ draft, table }: Readonly<{ draft: Draft; table: DraftTable }>): ReactNode {
  const plan = draft.id;
  const say = useText(draftingMessages);
  const titleOf = useTitle();
  const { mandate } = useMay('closeTable', plan);
  return (
    <article className="proposal" id={fieldId(`tables.${table.id}.open`)} tabIndex={-1}>
      <header>
        <h3>{titleOf(table)}</h3>
        <Chip tone={table.open ? 'soon' : undefined}>
          {say(table.open ? 'tableOpen' : 'tableClosed')}
        </Chip>
      </header>
      <ul>
        {table.sessions.map((session) => (
          <Session key={session.id} {...{ plan, session }} table={table.id} />
        ))}
      </ul>
      <TableActs draft={draft} table={table} />
      {table.open && mandate !== null && (
        <ActButton document={CloseTable} input={{ plan, table: table.id }} mandate={mandate}>
          {say('closeTable')}
        </ActButton>
      )}
    </article>
  );
}

function Session({
  plan,
  table,
  session: { id: session, heldOn, minutes, approvedBy },
}: Readonly<{
  plan: string;
  table: string;
  session: DraftTable['sessions'][number];
}>): ReactNode {
  const say = useText(draftingMessages);
  const { day } = useFormats();
  const { mandate } = useMay('approveSessionMinutes', plan);
  return (
    <li id={fieldId(`tables.${table}.sessions.${session}.approvedBy`)} tabIndex={-1}>
      <DocumentLink sha256={minutes}>{say('minutesOf', { day: day(heldOn) })}</DocumentLink>
      {': '}
      {say(approvedBy === null ? 'minutesOpen' : 'minutesApproved')}{' '}
      {approvedBy === null && mandate !== null && (
        <ActButton
          document={ApproveSessionMinutes}
          input={{ plan, session, minutes }}
          mandate={mandate}
        >
          {say('approveMinutes')}
        </ActButton>
      )}
    </li>
  );
}
