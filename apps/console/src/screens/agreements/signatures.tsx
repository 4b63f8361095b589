import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { useMay } from '../../data/explanation.ts';
import { useOwnMoves } from '../../data/moves.ts';
import { useAsk } from '../../data/use-ask.ts';
import { HeldExport } from '../../parts/held-export.tsx';
import { TheAgreement } from './agreement.documents.ts';
import { agreementMessages } from './agreement.messages.ts';
import { useMatrixColumns } from './matrix-columns.ts';
import { Reminding, useChosen } from './reminding.tsx';
import { remindingMessages } from './reminding.messages.ts';
import { isMoveOf, matrixRows, signaturesDue } from './signature-state.ts';
import type { Agreement, Due, MatrixRow } from './signature-state.ts';
import { SignatureMatrix } from './signature-matrix.tsx';
import { Signing } from './signing.tsx';
import type { ToSign } from './signing.tsx';

type Props = Readonly<{ agreement: Agreement }>;

/**
 * The matrix, with what may be done in it: sign by the party that one signs for, and remind those
 * whose signature is awaited, one or several. In the past there is neither.
 */
export function Signatures({ agreement }: Props): ReactNode {
  const say = useText(agreementMessages);
  const due = signaturesDue(agreement);
  // It stays open when the matrix knows of the signature: the receipt is still to be read.
  const [toSign, setToSign] = useState<ToSign | null>(null);
  const [toRemind, setToRemind] = useState<readonly Due[] | null>(null);
  const mandate = useMandateToRemind(agreement, due);
  const chosen = useChosen(due);
  const titleOf = useTitle();
  const columns = useMatrixColumns(agreement);
  // The page has asked for it already: here it says which moment it shows.
  const { data } = useAsk(TheAgreement, { id: agreement.id });
  return (
    <section>
      <h2 id="matrix">{say('matrix')}</h2>
      <SignatureMatrix
        agreement={agreement}
        actions={(row) => (
          <>
            <SignActs agreement={agreement} row={row} due={due} open={setToSign} />
            {mandate !== null && (
              <RemindActs row={row} due={due} chosen={chosen} open={setToRemind} />
            )}
          </>
        )}
      />
      {mandate !== null && due.length > 1 && <Bulk chosen={chosen} open={setToRemind} />}
      <HeldExport
        name={`${say('matrix')} ${titleOf(agreement)}`}
        columns={columns}
        rows={matrixRows(agreement)}
        shown={data?.shown ?? null}
      />
      {toSign && (
        <Signing
          toSign={toSign}
          close={() => {
            setToSign(null);
          }}
        />
      )}
      {toRemind && (
        <Reminding
          agreement={{ id: agreement.id, title: titleOf(agreement) }}
          due={toRemind}
          mandate={mandate}
          close={() => {
            setToRemind(null);
          }}
        />
      )}
    </section>
  );
}

/** Under which mandate who is signed in may remind; asked only where somebody is waited for. */
function useMandateToRemind({ id }: Agreement, due: readonly Due[]): string | null {
  return useMay('remindParty', due.length === 0 ? null : id).mandate;
}

/** Who may sign now has a button for each text that the party owes its signature to. */
function SignActs({
  agreement: { id, versions },
  row,
  due,
  open,
}: Props &
  Readonly<{ row: MatrixRow; due: readonly Due[]; open: (toSign: ToSign) => void }>): ReactNode {
  const say = useText(agreementMessages);
  const isPast = useMoment() !== null;
  const moves = useOwnMoves(id, 'SIGN_AGREEMENT');
  if (isPast) return null;
  return dueOf(row, due).map(({ key, party, name, version, textSha256 }) => {
    const own = moves.find(
      ({ waiting }) => waiting.waitsFor.of === party && isMoveOf(waiting.id, version, versions),
    );
    if (!own) return null;
    const { mandate } = own;
    const { amendment } = version;
    return (
      <button
        key={key}
        type="button"
        className="btn btn-primary no-print"
        onClick={() => {
          open({ agreement: id, amendment, party, name, textSha256, mandate });
        }}
      >
        {say('sign', { name })}
      </button>
    );
  });
}

type Choosing = ReturnType<typeof useChosen>;
type OpenReminders = (due: readonly Due[]) => void;

/** A box to choose a party for reminders, and a button that reminds it alone. */
function RemindActs({
  row,
  due,
  chosen,
  open,
}: Readonly<{
  row: MatrixRow;
  due: readonly Due[];
  chosen: Choosing;
  open: OpenReminders;
}>): ReactNode {
  const say = useText(remindingMessages);
  const own = dueOf(row, due);
  const [first] = own;
  if (!first) return null;
  const { name, party } = first;
  return (
    <span className="remind no-print">
      <label className="check">
        <input
          type="checkbox"
          checked={chosen.chosen.has(party)}
          aria-label={say('choose', { name })}
          onChange={() => {
            chosen.toggle(party);
          }}
        />
      </label>
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-label={say('remind', { name })}
        onClick={() => {
          open(own);
        }}
      >
        {say('remindShort')}
      </button>
    </span>
  );
}

/** Reminds all that are chosen, after a look at who will read what. */
function Bulk({ chosen, open }: Readonly<{ chosen: Choosing; open: OpenReminders }>): ReactNode {
  const say = useText(remindingMessages);
  const { due, isAll, toggleAll } = chosen;
  return (
    <p className="remind-chosen no-print">
      <label className="check">
        <input type="checkbox" checked={isAll} onChange={toggleAll} />
        {say('chooseAll')}
      </label>
      <button
        type="button"
        className="btn btn-outline-primary"
        disabled={due.length === 0}
        onClick={() => {
          open(due);
        }}
      >
        {say('remindChosen', { count: due.length })}
      </button>
    </p>
  );
}

function dueOf({ partner }: MatrixRow, due: readonly Due[]): readonly Due[] {
  return due.filter(({ party }) => party === partner?.id);
}
