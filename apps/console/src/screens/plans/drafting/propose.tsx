import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { AskFailed } from '../../../data/ask.ts';
import { handIn } from '../../../data/documents.ts';
import { useMay } from '../../../data/explanation.ts';
import { useAct } from '../../../data/use-act.ts';
import { NotDone } from '../../../parts/problem.tsx';
import type { Draft, DraftSection } from './contributions.ts';
import { ProposeContribution } from './drafting.documents.ts';
import { draftingMessages } from './drafting.messages.ts';
import type { SectionDraft } from './use-section-draft.ts';
import { proposalIn } from './wording.ts';

type Props = Readonly<{ draft: Draft; section: DraftSection; own: SectionDraft }>;

/** Puts what was written to a table, in place of saving it; also where it cannot be saved. */
export function Propose({ draft, section, own }: Props): ReactNode {
  const say = useText(draftingMessages);
  const { mandate } = useMay('proposeContribution', draft.id);
  const open = draft.tables.filter((table) => table.open);
  const proposal = proposalIn(own.now.text, own.mine.text);
  const [isDone, setDone] = useState(false);
  if (mandate === null) return null;
  if (open.length === 0) return <p>{say('noTable')}</p>;
  return (
    <div className="proposing">
      {proposal ? (
        <Sending
          {...{ draft, section, own, open, mandate, proposal }}
          onDone={() => {
            setDone(true);
          }}
        />
      ) : (
        <p role="status">{say(isDone ? 'proposed' : 'howToPropose')}</p>
      )}
    </div>
  );
}

type SendingProps = Props &
  Readonly<{
    open: Draft['tables'];
    mandate: string;
    proposal: NonNullable<ReturnType<typeof proposalIn>>;
    onDone: () => void;
  }>;

function Sending({
  draft,
  section,
  own,
  open,
  mandate,
  proposal,
  onDone,
}: SendingProps): ReactNode {
  const say = useText(draftingMessages);
  const titleOf = useTitle();
  const id = useId();
  const { outcome, send } = useAct(ProposeContribution);
  const [table, setTable] = useState(open[0]?.id ?? '');
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const { paragraph, text } = proposal;
  const propose = async () => {
    setFailure(null);
    try {
      const document = await handIn(new File([text], 'proposal.txt', { type: 'text/plain' }));
      const on = { plan: draft.id, table, on: section.id, document };
      const { state } = await send({ ...on, ...(paragraph !== null && { paragraph }) }, mandate);
      if (state !== 'done') return;
      own.forget();
      onDone();
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailure(error);
    }
  };
  return (
    <>
      {open.length > 1 && (
        <div className="form-of">
          <label htmlFor={id}>{say('table')}</label>
          <select
            id={id}
            value={table}
            onChange={({ target: { value } }) => {
              setTable(value);
            }}
          >
            {open.map((one) => (
              <option key={one.id} value={one.id}>
                {titleOf(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <p>{paragraph === null ? say('proposesAll') : say('proposesOne', { paragraph })}</p>
      <button
        type="button"
        className="btn btn-outline-primary"
        disabled={outcome.state === 'sending'}
        onClick={() => void propose()}
      >
        {say('propose')}
      </button>
      <NotDone outcome={outcome} failure={failure} />
    </>
  );
}
