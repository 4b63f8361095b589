import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { useMoment } from '../../../app/moment.ts';
import { useMay } from '../../../data/explanation.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { ActForm, handedIn, textIn, tickedIn } from '../../../parts/act-form.tsx';
import type { Draft, DraftTable } from './contributions.ts';
import { HoldSession, ReopenTable } from './table-acts.documents.ts';
import { tableActsMessages } from './table-acts.messages.ts';

type Props = Readonly<{ draft: Draft; table: DraftTable }>;

/** States in which a table may be opened again (PL-4). */
const REOPENABLE: ReadonlySet<string> = new Set([
  'CO_DESIGNING',
  'DRAFT_CONSOLIDATED',
  'VALIDATED',
  'IN_EXECUTION',
]);

/** A table that is open sits, and one that is closed sits again: who leads the plan records it. */
export function TableActs({ draft, table }: Props): ReactNode {
  const isPast = useMoment() !== null;
  if (isPast) return null;
  return table.open ? (
    <Holding draft={draft} table={table} />
  ) : (
    <Reopening draft={draft} table={table} />
  );
}

function Reopening({ draft, table }: Props): ReactNode {
  const say = useText(tableActsMessages);
  const { mandate } = useMay('reopenTable', draft.id);
  if (mandate === null || !REOPENABLE.has(draft.status)) return null;
  return (
    <>
      {draft.status === 'VALIDATED' && <p>{say('reopenWarning')}</p>}
      <ActButton
        document={ReopenTable}
        input={{ plan: draft.id, table: table.id }}
        mandate={mandate}
      >
        {say('reopen')}
      </ActButton>
    </>
  );
}

function Holding({ draft, table }: Props): ReactNode {
  const say = useText(tableActsMessages);
  const { mandate } = useMay('holdSession', draft.id);
  if (mandate === null) return null;
  return (
    <details>
      <summary>{say('hold')}</summary>
      <ActForm
        document={HoldSession}
        mandate={mandate}
        about={`session.${draft.id}.${table.id}`}
        submit={say('doHold')}
        inputFrom={async (form) => ({
          ...{ plan: draft.id, table: table.id, heldOn: textIn(form, 'heldOn') },
          attendance: tickedIn(form, 'attendance'),
          minutes: (await handedIn(form, 'minutes')) ?? '',
        })}
      >
        <label>
          {say('heldOn')}
          <input type="date" name="heldOn" required />
        </label>
        <Attending draft={draft} />
        <label>
          {say('minutes')}
          <input type="file" name="minutes" required />
        </label>
      </ActForm>
    </details>
  );
}

/** Organisations that take part in the network of the plan. */
function Attending({ draft }: Readonly<{ draft: Draft }>): ReactNode {
  const say = useText(tableActsMessages);
  const members = (draft.network?.members ?? []).filter(({ status }) => status === 'ACTIVE');
  if (members.length === 0) return null;
  return (
    <fieldset>
      <legend>{say('attendance')}</legend>
      {members.map(
        ({ partner }) =>
          partner && (
            <label key={partner.id} className="tick">
              <input type="checkbox" name="attendance" value={partner.id} /> {partner.name}
            </label>
          ),
      )}
    </fieldset>
  );
}
