import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import { signInAddress } from '../data/session.ts';
import type { Outcome, Refused } from '../data/use-act.ts';
import { CopyButton } from './copy-button.tsx';
import { partsMessages } from './parts.messages.ts';

type ProblemProps = Readonly<{ error: Error; again?: (() => unknown) | undefined }>;

/** A question that was not answered: the sentence, what to do, and the id to name it by. */
export function Problem(props: ProblemProps): ReactNode {
  return <Failure {...props} of="question" />;
}

/**
 * Why a command was not done: a rule kept it out, or it got no answer and is not known to be
 * recorded. Nothing where neither happened.
 */
export function NotDone({
  outcome,
  failure = null,
  again,
}: Readonly<{
  outcome: Outcome<unknown>;
  /** What failed before the command could be sent, such as handing in its documents. */
  failure?: AskFailed | null;
  again?: () => unknown;
}>): ReactNode {
  if (outcome.state === 'refused' && !failure) return <Refusal refusal={outcome.refusal} />;
  const error = failure ?? (outcome.state === 'failed' ? outcome.error : null);
  return error && <Failure error={error} again={again} of="command" />;
}

const sentences = {
  question: { lead: 'failed', OFFLINE: 'OFFLINE', UNAUTHENTICATED: 'UNAUTHENTICATED' },
  command: { lead: 'notDone', OFFLINE: 'notSent', UNAUTHENTICATED: 'notSignedIn' },
} as const;

function Failure({
  error,
  again,
  of,
}: ProblemProps & Readonly<{ of: keyof typeof sentences }>): ReactNode {
  const say = useText(partsMessages);
  const { code, requestId, message, passes } =
    error instanceof AskFailed ? error : new AskFailed('', 'UNKNOWN');
  const own = sentences[of];
  const sentence = code === 'OFFLINE' || code === 'UNAUTHENTICATED' ? say(own[code]) : message;
  return (
    <div role="alert" className="problem">
      <p>
        <strong>{say(own.lead)}</strong> {sentence} {of === 'command' && passes && say('sendAgain')}
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
      <Codes code={code} requestId={requestId} />
    </div>
  );
}

function Refusal({ refusal }: Readonly<{ refusal: Refused }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <div role="alert" className="problem">
      <p>
        <strong>{say('refused', { rule: refusal.rule })}</strong> {refusal.message}
      </p>
      <Codes code={refusal.code} requestId={refusal.requestId} />
    </div>
  );
}

/** What to name a problem by to whoever helps with it. */
function Codes({
  code,
  requestId,
}: Readonly<{ code: string; requestId: string | null }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <p className="problem-codes">
      {say('code', { code })}
      {requestId !== null && (
        <>
          {' · '}
          {say('request', { id: requestId })} <CopyButton text={requestId} />
        </>
      )}
    </p>
  );
}

const CRASHED = 'SCREEN_FAILED';

/** A screen that broke: never a blank page, and what whoever helps wants to know of it. */
export function ScreenFailed({ error }: Readonly<{ error: unknown }>): ReactNode {
  const say = useText(partsMessages);
  const words = { copy: say('copyDetails'), copied: say('copied') };
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const details = () => [CRASHED, new Date().toISOString(), location.href, what].join('\n');
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
      <p className="problem-codes">
        {say('code', { code: CRASHED })} <CopyButton text={details} words={words} />
      </p>
    </div>
  );
}
