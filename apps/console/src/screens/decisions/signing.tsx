import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { Hash } from '../../parts/document.tsx';
import { signatureLevel } from '../../words/agreements.ts';
import type { Decision } from './shape.ts';
import { SignDecision } from './signing.documents.ts';
import { signingMessages } from './signing.messages.ts';

const levels = Object.keys(signatureLevel.it) as (keyof typeof signatureLevel.it)[];

/** Records who signed an approved decision; then it is adopted, and gets its number (D-5). */
export function DecisionSigning({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(signingMessages);
  const isPast = useMoment() !== null;
  const { mandate } = useMay('signDecision', decision.id);
  if (isPast || decision.status !== 'APPROVED' || mandate === null) return null;
  const { id, textSha256 } = decision;
  return (
    <section aria-labelledby="signing">
      <h2 id="signing">{say('signing')}</h2>
      <ActForm
        document={SignDecision}
        mandate={mandate}
        about={`sign.${id}`}
        submit={say('sign')}
        inputFrom={async (form) => ({ decision: id, textSha256, ...(await signatureIn(form)) })}
      >
        <p>{say('lead')}</p>
        <p>
          {say('hash')}: <Hash of={textSha256} />
        </p>
        <Fields decision={decision} />
      </ActForm>
    </section>
  );
}

/** The chair or the secretary of that day: who the sitting had, or who holds the office. */
function signatoriesOf({ sitting, board }: Decision) {
  const offices = [...(board?.chairs ?? []), ...(board?.secretaries ?? [])];
  const people = [sitting?.chair, sitting?.secretary, ...offices.map(({ person }) => person)];
  return [...new Map(people.flatMap((one) => (one ? [[one.id, one]] : []))).values()];
}

function Fields({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(signingMessages);
  const level = useText(signatureLevel);
  return (
    <>
      <label>
        {say('signatory')}
        <select name="signatory" required>
          {signatoriesOf(decision).map(({ id, name }) => (
            <option key={id} value={id}>
              {name ?? '—'}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('signedAt')}
        <input type="datetime-local" name="signedAt" />
      </label>
      <label>
        {say('level')}
        <select name="level" defaultValue="DIGITAL">
          {levels.map((one) => (
            <option key={one} value={one}>
              {level(one)}
            </option>
          ))}
        </select>
      </label>
      {(['container', 'report'] as const).map((name) => (
        <label key={name}>
          {say(name)}
          <input type="file" name={name} />
        </label>
      ))}
      <label>
        {say('reason')}
        <input type="text" name="reason" />
      </label>
    </>
  );
}

/** Hands the files in first: a signature names them by their hashes. @throws AskFailed */
async function signatureIn(form: FormData) {
  const [container, report] = await Promise.all(
    (['container', 'report'] as const).map((name) => handedIn(form, name)),
  );
  const reason = textIn(form, 'reason').trim();
  const written = textIn(form, 'signedAt');
  return {
    signatory: textIn(form, 'signatory'),
    level: levels.find((one) => one === form.get('level')) ?? 'DIGITAL',
    signedAt: (written === '' ? new Date() : new Date(written)).toISOString(),
    ...(container != null && { container, documents: [{ sha256: container }] }),
    ...(report != null && { report }),
    ...(reason !== '' && { reason }),
  };
}
