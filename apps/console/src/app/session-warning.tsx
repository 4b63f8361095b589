import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { AskFailed } from '../data/ask.ts';
import { extendSession, sessionQuery, signInAddress } from '../data/session.ts';
import type { Session } from '../data/session.ts';
import { mayLast } from '../data/session-end.ts';
import { sessionMessages } from './session.messages.ts';
import { useText } from './text.ts';

const SECOND_MS = 1_000;
const MINUTE_S = 60;

/** How long is left, and a way to stay; of a session that is as old as it may be, to sign in anew. */
export function SessionWarning({
  session,
  at,
  close,
}: Readonly<{
  session: Session;
  /** When it was said how long is left, by the clock of this browser. */
  at: number;
  close: () => void;
}>): ReactNode {
  const say = useText(sessionMessages);
  const left = useLeft(at + session.leftMs);
  const { stay, hasFailed } = useStaying();
  const lasts = mayLast(session);
  const seconds = String(left % MINUTE_S).padStart(2, '0');
  return (
    <Framed title={say('ending')} close={lasts ? () => void stay() : close}>
      <p>{lasts ? say('lasts') : say('ends')}</p>
      <p role="timer" aria-label={say('left')} className="session-left">
        {Math.floor(left / MINUTE_S)}:{seconds}
      </p>
      {hasFailed && <p role="alert">{say('notReached')}</p>}
      <p className="form-buttons">
        {lasts ? (
          <button type="button" className="btn btn-primary" onClick={() => void stay()}>
            {say('stay')}
          </button>
        ) : (
          <>
            <SignInAnew />
            <Close close={close} />
          </>
        )}
      </p>
    </Framed>
  );
}

/** That it has ended, that nothing written is lost, and the way back to this page. */
export function SessionOver({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(sessionMessages);
  return (
    <Framed title={say('over')} close={close}>
      <p>{say('kept')}</p>
      <p className="form-buttons">
        <SignInAnew />
        <Close close={close} />
      </p>
    </Framed>
  );
}

function Framed({
  title,
  close,
  children,
}: Readonly<{ title: string; close: () => void; children: ReactNode }>): ReactNode {
  return (
    <ModalOverlay isOpen onOpenChange={close} className="overlay">
      <Modal className="modal-of">
        <Dialog role="alertdialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SignInAnew(): ReactNode {
  const say = useText(sessionMessages);
  const here = useRouterState({ select: ({ location }) => location.href });
  return (
    <a className="btn btn-primary" href={signInAddress(here)}>
      {say('signIn')}
    </a>
  );
}

function Close({ close }: Readonly<{ close: () => void }>): ReactNode {
  const say = useText(sessionMessages);
  return (
    <button type="button" className="btn btn-outline-primary" onClick={close}>
      {say('close')}
    </button>
  );
}

/** Whole seconds until an instant of this browser's clock; never less than none. */
function useLeft(end: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, SECOND_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return Math.max(0, Math.ceil((end - now) / SECOND_MS));
}

function useStaying() {
  const client = useQueryClient();
  const [hasFailed, setFailed] = useState(false);
  const stay = async () => {
    setFailed(false);
    try {
      client.setQueryData(sessionQuery.queryKey, await extendSession());
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailed(true);
    }
  };
  return { stay, hasFailed };
}
