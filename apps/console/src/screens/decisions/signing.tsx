import type { ReactNode } from 'react';
import { instantOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, textIn } from '../../parts/act-form.tsx';
import { signatureIn, SignatureFields, SignedText } from '../../parts/signature-fields.tsx';
import type { Decision } from './shape.ts';
import { SignDecision } from './signing.documents.ts';
import { signingMessages } from './signing.messages.ts';

/** Records who signed an approved decision; then it is adopted, and gets its number (D-5). */
export function DecisionSigning({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(signingMessages);
  const isPast = useMoment() !== null;
  const { timeZone } = useFormats();
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
        inputFrom={async (form) => ({
          ...{ decision: id, textSha256, signatory: textIn(form, 'signatory') },
          signedAt: signedAtIn(form, timeZone),
          ...(await signatureIn(form)),
        })}
      >
        <p>{say('lead')}</p>
        <SignedText of={textSha256} />
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
      <SignatureFields isReasonNeeded={false} />
    </>
  );
}

/** Now, where no time was written; a written one is by the clocks of the instance. */
function signedAtIn(form: FormData, timeZone: string): string {
  const written = textIn(form, 'signedAt');
  return written === '' ? new Date().toISOString() : instantOf(written, timeZone);
}
