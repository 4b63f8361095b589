import type { TadaDocumentNode } from 'gql.tada';
import type { ReactNode, SyntheticEvent } from 'react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import { handIn } from '../data/documents.ts';
import { useAct } from '../data/use-act.ts';
import type { PayloadOf } from '../data/use-act.ts';
import { useDraft } from '../data/use-draft.ts';
import { partsMessages } from './parts.messages.ts';
import { NotDone } from './problem.tsx';
import { fieldsIn, fieldsOf, putBack } from './put-back.ts';
import type { Field } from './put-back.ts';

type Props<Data extends object, Input extends object> = Readonly<{
  document: TadaDocumentNode<Data, { input: Input }>;
  mandate: string | null;
  /** What it is about: under this name stays what was written and not sent. */
  about: string;
  /** What is sent; documents are handed in first. */
  inputFrom: (form: FormData) => Promise<Omit<Input, 'commandId'>>;
  submit: string;
  children: ReactNode;
  /** What stands in its place when it is done; without it an empty form does. */
  done?: (payload: PayloadOf<Data>) => ReactNode;
  /** Leaves it; what was written is there again when it is opened anew. */
  cancel?: () => void;
}>;

/** A form that gives one command: what was written stays until the command was accepted. */
export function ActForm<Data extends object, Input extends object>({
  document,
  mandate,
  about,
  inputFrom,
  submit,
  children,
  done,
  cancel,
}: Props<Data, Input>): ReactNode {
  const say = useText(partsMessages);
  const { outcome, send } = useAct(document);
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const { form, forget, keep, round } = useWritten(about);
  const act = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setFailure(null);
    try {
      const { state } = await send(await inputFrom(new FormData(event.currentTarget)), mandate);
      if (state === 'done') forget();
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailure(error);
    }
  };
  if (outcome.state === 'done' && done) return done(outcome.payload);
  const isSending = outcome.state === 'sending';
  const hasFailed = failure !== null || outcome.state === 'failed';
  return (
    <form ref={form} className="form-of" onChange={keep} onSubmit={(event) => void act(event)}>
      <Fragment key={round}>{children}</Fragment>
      <NotDone outcome={outcome} failure={failure} />
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary" disabled={isSending}>
          {hasFailed ? say('again') : submit}
        </button>
        {cancel && (
          <button type="button" className="btn btn-outline-primary" onClick={cancel}>
            {say('cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

/** A file of a form, handed in; null where none was chosen. @throws AskFailed */
export async function handedIn(form: FormData, name: string): Promise<string | null> {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? await handIn(value) : null;
}

/** A field of a form as text. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** All of that name that are ticked. */
export function tickedIn(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Fields as they were left: put back as they come, and kept at every change. */
function useWritten(about: string) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, write] = useDraft(about);
  const left = useRef<readonly Field[] | null>(null);
  const isPuttingBack = useRef(false);
  const [round, setRound] = useState(0);
  // After every change: a field may have come with what another was put back to.
  useEffect(() => {
    if (!form.current) return;
    left.current ??= fieldsOf(draft);
    if (left.current.length === 0) return;
    isPuttingBack.current = true;
    left.current = putBack(form.current, left.current);
    isPuttingBack.current = false;
  });
  const keep = () => {
    if (!form.current || isPuttingBack.current) return;
    write(JSON.stringify([...fieldsIn(form.current), ...(left.current ?? [])]));
  };
  const forget = () => {
    write('');
    left.current = [];
    setRound(round + 1);
  };
  return { form, forget, keep, round };
}
