import type { TadaDocumentNode } from 'gql.tada';
import type { ReactNode, SyntheticEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../app/text.ts';
import { AskFailed } from '../data/ask.ts';
import { handIn } from '../data/documents.ts';
import { useAct } from '../data/use-act.ts';
import { useDraft } from '../data/use-draft.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem, Refusal } from './problem.tsx';

type Props<Data extends object, Input extends object> = Readonly<{
  document: TadaDocumentNode<Data, { input: Input }>;
  mandate: string;
  /** What it is about: under this name stays what was written and not sent. */
  about: string;
  /** What is sent; documents are handed in first. */
  inputFrom: (form: FormData) => Promise<Omit<Input, 'commandId'>>;
  submit: string;
  children: ReactNode;
}>;

/** A form that gives one command: what was written stays until the command was accepted. */
export function ActForm<Data extends object, Input extends object>({
  document,
  mandate,
  about,
  inputFrom,
  submit,
  children,
}: Props<Data, Input>): ReactNode {
  const say = useText(partsMessages);
  const { outcome, send } = useAct(document);
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const [form, forget, keep] = useWritten(about);
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
  const error = failure ?? (outcome.state === 'failed' ? outcome.error : null);
  return (
    <form ref={form} className="form-of" onChange={keep} onSubmit={(event) => void act(event)}>
      {children}
      {outcome.state === 'refused' && <Refusal refusal={outcome.refusal} />}
      {error && <Problem error={error} />}
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary" disabled={outcome.state === 'sending'}>
          {error ? say('again') : submit}
        </button>
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

type Fields = readonly (readonly [name: string, value: string])[];

/** Fields as they were left, put back when the form comes; files a browser does not give back. */
function useWritten(about: string) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, write] = useDraft(about);
  const first = useRef(draft);
  useEffect(() => {
    if (form.current && first.current !== '') putBack(form.current, first.current);
  }, []);
  const keep = () => {
    if (!form.current) return;
    const fields = [...new FormData(form.current)].filter(([, value]) => typeof value === 'string');
    write(JSON.stringify(fields));
  };
  const forget = () => {
    write('');
  };
  return [form, forget, keep] as const;
}

function putBack(form: HTMLFormElement, draft: string): void {
  const fields = JSON.parse(draft) as Fields;
  for (const element of form.elements) {
    const values = fields.filter(([name]) => name === element.getAttribute('name'));
    if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type))
      element.checked = values.some(([, value]) => value === element.value);
    else if (isWritten(element) && values[0]) [[, element.value]] = values as [[string, string]];
  }
}

function isWritten(element: Element): element is HTMLInputElement | HTMLSelectElement {
  if (element instanceof HTMLInputElement) return element.type !== 'file';
  return element instanceof HTMLSelectElement;
}
