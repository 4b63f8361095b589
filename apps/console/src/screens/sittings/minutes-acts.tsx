import type { ReactNode } from 'react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { handIn } from '../../data/documents.ts';
import { useMay } from '../../data/explanation.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { printAddress } from '../../parts/print-links.tsx';
import { fetchedPrint } from '../../data/prints.ts';
import { ApproveMinutes, DraftMinutes } from './secretary-acts.documents.ts';
import { secretaryMessages } from './secretary.messages.ts';
import type { Sitting } from './shape.ts';

const DRAFTING: ReadonlySet<string> = new Set(['CLOSED', 'DESERTED', 'MINUTES_DRAFTED']);

/** Minutes of a sitting that is over: drafted on its record, then approved by another (GB-9). */
export function MinutesActs({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  if (useMoment() !== null || !DRAFTING.has(sitting.status)) return null;
  return (
    <>
      {sitting.status === 'MINUTES_DRAFTED' && <Approving sitting={sitting} />}
      <Drafting sitting={sitting} />
    </>
  );
}

function Approving({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(secretaryMessages);
  const { mandate } = useMay('approveMinutes', sitting.id);
  const { minutes, record } = sitting;
  if (mandate === null || minutes === null) return null;
  const read = record === null ? {} : { record: record.sha256 };
  return (
    <section aria-labelledby="approving">
      <h2 id="approving">{say('approving')}</h2>
      <p>{say('approvingLead')}</p>
      <p>
        <DocumentLink sha256={minutes}>{say('minutesDraft')}</DocumentLink>
      </p>
      <p className="form-buttons">
        <ActButton
          document={ApproveMinutes}
          input={{ sitting: sitting.id, minutes, ...read }}
          mandate={mandate}
          isMain
        >
          {say('approveMinutes')}
        </ActButton>
      </p>
    </section>
  );
}

/** The print of the minutes as it is now, or a document of one's own. */
function Drafting({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(secretaryMessages);
  const { locale } = useIntl();
  const { mandate } = useMay('draftMinutes', sitting.id);
  const [isOwn, setOwn] = useState(false);
  if (mandate === null) return null;
  const { record } = sitting;
  const print = printAddress(`/sittings/${sitting.id}/minutes.pdf`, locale, undefined);
  return (
    <section aria-labelledby="drafting">
      <h2 id="drafting">{say('drafting')}</h2>
      <ActForm
        document={DraftMinutes}
        mandate={mandate}
        about={`minutes.${sitting.id}`}
        submit={say('draftMinutes')}
        inputFrom={async (form) => ({
          sitting: sitting.id,
          ...(record !== null && { record: record.sha256 }),
          minutes:
            textIn(form, 'from') === 'own'
              ? ((await handedIn(form, 'minutes')) ?? '')
              : await handIn(await fetchedPrint(print)),
        })}
      >
        <p>{say('draftingLead')}</p>
        <fieldset>
          <legend>{say('minutesFrom')}</legend>
          {(['print', 'own'] as const).map((from) => (
            <label key={from} className="tick">
              <input
                type="radio"
                name="from"
                value={from}
                checked={(from === 'own') === isOwn}
                onChange={() => {
                  setOwn(from === 'own');
                }}
              />{' '}
              {say(from)}
            </label>
          ))}
        </fieldset>
        {isOwn && (
          <label>
            {say('minutesFile')}
            <input type="file" name="minutes" required />
          </label>
        )}
      </ActForm>
    </section>
  );
}
