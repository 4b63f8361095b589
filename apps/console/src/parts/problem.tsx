import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import { signInAddress } from '../data/session.ts';
import type { Refused } from '../data/use-act.ts';
import { partsMessages } from './parts.messages.ts';

type ProblemProps = Readonly<{ error: Error; again?: (() => unknown) | undefined }>;

/** A question that was not answered: the sentence, what to do, and the id to name it by. */
export function Problem(props: ProblemProps): ReactNode {
  return <Failure {...props} is="failed" />;
}

/** A command that got no answer, or was not understood: it is not known to be recorded. */
export function NotDone(props: ProblemProps): ReactNode {
  return <Failure {...props} is="notDone" />;
}

function Failure({
  error,
  again,
  is,
}: ProblemProps & Readonly<{ is: 'failed' | 'notDone' }>): ReactNode {
  const say = useText(partsMessages);
  const { code, requestId, message } =
    error instanceof AskFailed ? error : { code: 'UNKNOWN', requestId: null, message: '' };
  return (
    <div role="alert" className="problem">
      <p>
        <strong>{say(is)}</strong> {sentenceOf(code, message, say)}
      </p>
      {code === 'UNAUTHENTICATED' ? (
        <a className="btn btn-primary" href={signInAddress(location.pathname + location.search)}>
          {say('signIn')}
        </a>
      ) : (
        again && (
          <button type="button" className="btn btn-outline-primary" onClick={() => void again()}>
            {say('again')}
          </button>
        )
      )}
      <p className="problem-codes">
        {say('code', { code })}
        {requestId !== null && <RequestId id={requestId} />}
      </p>
    </div>
  );
}

function sentenceOf(
  code: string,
  message: string,
  say: (key: 'OFFLINE' | 'UNAUTHENTICATED') => string,
): string {
  return code === 'OFFLINE' || code === 'UNAUTHENTICATED' ? say(code) : message;
}

function RequestId({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(partsMessages);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <>
      {' · '}
      {say('request', { id })}{' '}
      <button type="button" className="btn-plain" onClick={() => void copy()}>
        {isCopied ? say('copied') : say('copy')}
      </button>
    </>
  );
}

/** A command that the rules kept out: the rule's number and its sentence. */
export function Refusal({ refusal }: Readonly<{ refusal: Refused }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <div role="alert" className="problem">
      <p>
        <strong>{say('refused', { rule: refusal.rule })}</strong> {refusal.message}
      </p>
    </div>
  );
}

/** A screen that broke: never a blank page. */
export function ScreenFailed(): ReactNode {
  const say = useText(partsMessages);
  return (
    <div role="alert" className="problem">
      <h1>{say('failed')}</h1>
      <p>{say('crashed')}</p>
      <button
        type="button"
        className="btn btn-primary"
        onClick={() => {
          location.reload();
        }}
      >
        {say('reload')}
      </button>
    </div>
  );
}
