import type { ReactNode } from 'react';
import { Dialog, Heading as DialogHeading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../../app/text.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { signatureIn, SignatureFields, SignedText } from '../../parts/signature-fields.tsx';
import { SignAgreement } from './agreement.documents.ts';
import { agreementMessages } from './agreement.messages.ts';

/** What is signed, for whom, under which mandate. */
export type ToSign = Readonly<{
  agreement: string;
  /** Of the text of this amendment; null of the founding one. */
  amendment: string | null;
  /** The organisation that is the party, and its name. */
  party: string;
  name: string;
  textSha256: string;
  mandate: string | null;
}>;

/** Signs one text for one party: reads back what is signed, takes the signed file, shows the receipt. */
export function Signing({
  toSign,
  close,
}: Readonly<{ toSign: ToSign; close: () => void }>): ReactNode {
  const say = useText(agreementMessages);
  const { agreement, amendment, party, name, textSha256, mandate } = toSign;
  return (
    <ModalOverlay isOpen onOpenChange={close} isDismissable className="overlay">
      <Modal className="modal-of">
        <Dialog>
          <DialogHeading slot="title">{say('signTitle')}</DialogHeading>
          <p>{name}</p>
          <ActForm
            document={SignAgreement}
            mandate={mandate}
            about={`sign.${agreement}.${amendment ?? ''}${party}`}
            submit={say('confirm')}
            cancel={close}
            done={({ receipt }) => <Done position={receipt.position} close={close} />}
            inputFrom={async (form) => ({
              ...{ agreement, party, textSha256, signedAt: new Date().toISOString() },
              ...(amendment !== null && { amendment }),
              ...(await signatureIn(form)),
            })}
          >
            <p>{say('signLead')}</p>
            <SignedText of={textSha256} />
            <SignatureFields isReasonNeeded />
          </ActForm>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Done({ position, close }: Readonly<{ position: string; close: () => void }>): ReactNode {
  const say = useText(agreementMessages);
  return (
    <>
      <p role="status">{say('signedNow', { position })}</p>
      <button type="button" className="btn btn-primary" onClick={close}>
        {say('close')}
      </button>
    </>
  );
}
