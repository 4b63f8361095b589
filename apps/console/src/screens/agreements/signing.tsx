import type { ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import { Dialog, Heading as DialogHeading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../../app/text.ts';
import type { Say } from '../../app/text.ts';
import { AskFailed } from '../../data/ask.ts';
import { handIn } from '../../data/documents.ts';
import { useAct } from '../../data/use-act.ts';
import type { Outcome } from '../../data/use-act.ts';
import { useDraft } from '../../data/use-draft.ts';
import { Hash } from '../../parts/document.tsx';
import { NotDone, Refusal } from '../../parts/problem.tsx';
import { signatureLevel } from '../../words/agreements.ts';
import { SignAgreement } from './agreement.documents.ts';
import { agreementMessages } from './agreement.messages.ts';

/** What is signed, for whom, under which mandate. */
export type ToSign = Readonly<{
  agreement: string;
  /** The organisation that is the party, and its name. */
  party: string;
  name: string;
  textSha256: string;
  mandate: string | null;
}>;

type Level = keyof typeof signatureLevel.it;
const levels = Object.keys(signatureLevel.it) as Level[];

function levelOf(word: unknown): Level {
  return levels.find((one) => one === word) ?? 'DIGITAL';
}

/** Signs one text for one party: reads back what is signed, takes the signed file, shows the receipt. */
export function Signing({
  toSign,
  close,
}: Readonly<{ toSign: ToSign; close: () => void }>): ReactNode {
  const say = useText(agreementMessages);
  return (
    <ModalOverlay isOpen onOpenChange={close} isDismissable className="overlay">
      <Modal className="modal-of">
        <Dialog>
          <DialogHeading slot="title">{say('signTitle')}</DialogHeading>
          <p>{toSign.name}</p>
          <SigningForm toSign={toSign} close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type FormProps = Readonly<{ toSign: ToSign; close: () => void }>;

function SigningForm({ toSign, close }: FormProps): ReactNode {
  const say = useText(agreementMessages);
  const level = useText(signatureLevel);
  const { outcome, send } = useAct(SignAgreement);
  const [chosen, setChosen] = useState<Level>('DIGITAL');
  // a simple signature alone has no file of its own.
  const hasFiles = chosen !== 'SIMPLE';
  const [reason, setReason] = useDraft(`sign.${toSign.agreement}.${toSign.party}`);
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const sign = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setFailure(null);
    try {
      await send({ ...(await inputFrom(form, toSign)), reason }, toSign.mandate);
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailure(error);
    }
  };
  if (outcome.state === 'done')
    return <Done say={say} position={outcome.payload.receipt.position} close={close} />;
  return (
    <form className="form-of" onSubmit={(event) => void sign(event)}>
      <p>{say('signLead')}</p>
      <p>
        {say('hash')}: <Hash of={toSign.textSha256} />
      </p>
      <label>
        {say('level')}
        <select
          name="level"
          value={chosen}
          onChange={({ target: { value } }) => {
            setChosen(levelOf(value));
          }}
        >
          {levels.map((one) => (
            <option key={one} value={one}>
              {level(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('container')}
        <input type="file" name="container" required={hasFiles} />
      </label>
      <label>
        {say('report')}
        <input type="file" name="report" required={hasFiles} />
      </label>
      <label>
        {say('reason')}
        <textarea
          name="reason"
          rows={2}
          required
          value={reason}
          onChange={({ target: { value } }) => {
            setReason(value);
          }}
        />
        <small>{say('reasonHint')}</small>
      </label>
      <Result say={say} outcome={outcome} failure={failure} />
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary" disabled={outcome.state === 'sending'}>
          {outcome.state === 'sending' ? say('sending') : say('confirm')}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={close}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}

type Key = keyof typeof agreementMessages.it;

function Result<Payload>({
  say,
  outcome,
  failure,
}: Readonly<{ say: Say<Key>; outcome: Outcome<Payload>; failure: AskFailed | null }>): ReactNode {
  const error = failure ?? (outcome.state === 'failed' ? outcome.error : null);
  return (
    <>
      {outcome.state === 'refused' && <Refusal refusal={outcome.refusal} />}
      {error && (
        <>
          <NotDone error={error} />
          {error.passes && <p>{say('again')}</p>}
        </>
      )}
    </>
  );
}

function Done({
  say,
  position,
  close,
}: Readonly<{ say: Say<Key>; position: string; close: () => void }>): ReactNode {
  return (
    <>
      <p role="status">{say('signedNow', { position })}</p>
      <button type="button" className="btn btn-primary" onClick={close}>
        {say('close')}
      </button>
    </>
  );
}

/** Hands the files in first: a signature names them by their hashes. @throws AskFailed */
async function inputFrom(form: FormData, { agreement, party, textSha256 }: ToSign) {
  const [container, report] = await Promise.all(
    ['container', 'report'].map((name) => given(form.get(name))),
  );
  const signedAt = new Date().toISOString();
  return {
    ...{ agreement, party, textSha256, level: levelOf(form.get('level')), signedAt },
    ...(container != null && { container, documents: [{ sha256: container }] }),
    ...(report != null && { report }),
  };
}

async function given(value: FormDataEntryValue | null): Promise<string | null> {
  return value instanceof File && value.size > 0 ? await handIn(value) : null;
}
