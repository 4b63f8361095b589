import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { signatureLevel } from '../words/agreements.ts';
import { handedIn, textIn } from './act-form.tsx';
import { Hash } from './document.tsx';
import { signatureMessages } from './signature.messages.ts';

type Level = keyof typeof signatureLevel.it;
const levels = Object.keys(signatureLevel.it) as readonly Level[];

function levelOf(word: unknown): Level {
  return levels.find((one) => one === word) ?? 'DIGITAL';
}

/** What a signature is given with, whatever is signed; `signatureIn` reads it. */
export function SignatureFields({
  isReasonNeeded,
}: Readonly<{ isReasonNeeded: boolean }>): ReactNode {
  const say = useText(signatureMessages);
  const word = useText(signatureLevel);
  const [level, setLevel] = useState<Level>('DIGITAL');
  // A-3, D-5: a simple signature alone has no file of its own.
  const hasFiles = level !== 'SIMPLE';
  return (
    <>
      <label>
        {say('level')}
        <select
          name="level"
          value={level}
          onChange={({ target: { value } }) => {
            setLevel(levelOf(value));
          }}
        >
          {levels.map((one) => (
            <option key={one} value={one}>
              {word(one)}
            </option>
          ))}
        </select>
      </label>
      {(['container', 'report'] as const).map((name) => (
        <label key={name}>
          {say(name)}
          <input type="file" name={name} required={hasFiles} />
        </label>
      ))}
      <label>
        {say('reason')}
        <textarea name="reason" rows={2} required={isReasonNeeded} />
        <small>{say('reasonHint')}</small>
      </label>
    </>
  );
}

/** The text that is signed, by the beginning of its hash. */
export function SignedText({ of }: Readonly<{ of: string }>): ReactNode {
  const say = useText(signatureMessages);
  return (
    <p>
      {say('hash')}: <Hash of={of} />
    </p>
  );
}

/**
 * The signature of a form. Its files are handed in first, for a signature names them by their
 * hashes. @throws AskFailed
 */
export async function signatureIn(form: FormData) {
  const [container, report] = await Promise.all(
    (['container', 'report'] as const).map((name) => handedIn(form, name)),
  );
  const reason = textIn(form, 'reason').trim();
  return {
    level: levelOf(form.get('level')),
    ...(container != null && { container, documents: [{ sha256: container }] }),
    ...(report != null && { report }),
    ...(reason !== '' && { reason }),
  };
}
