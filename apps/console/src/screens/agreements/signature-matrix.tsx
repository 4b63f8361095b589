import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Reminded } from '../../parts/reminded.tsx';
import { partyRole, signatureLevel } from '../../words/agreements.ts';
import { agreementMessages } from './agreement.messages.ts';
import { matrixRows, signatureState } from './signature-state.ts';
import type { Agreement, MatrixRow, SignatureState, Version } from './signature-state.ts';
import { useVersionName } from './version-name.ts';

/** Parties by texts: who has signed which, in words in every cell. `actions` stand by a party. */
export function SignatureMatrix({
  agreement,
  actions,
}: Readonly<{ agreement: Agreement; actions?: (row: MatrixRow) => ReactNode }>): ReactNode {
  const say = useText(agreementMessages);
  const role = useText(partyRole);
  const { money } = useFormats();
  const nameOf = useVersionName();
  const { versions } = agreement;
  return (
    <>
      <Findings versions={versions} />
      <div className="scroll-sideways" tabIndex={0} role="region" aria-labelledby="matrix">
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{say('party')}</th>
              {versions.map((version) => (
                <th key={version.id} scope="col">
                  {nameOf(version)}
                </th>
              ))}
              <th scope="col">{say('role')}</th>
              <th scope="col" className="numbers">
                {say('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrixRows(agreement).map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.partner && <ObjectLink id={row.partner.id}>{row.partner.name}</ObjectLink>}
                  {row.isFormer && <small> {say('former')}</small>}
                  {actions?.(row)}
                </th>
                {versions.map((version) => (
                  <td key={version.id}>
                    <Signature state={signatureState(version, row.partner?.id)} />
                  </td>
                ))}
                <td>{role(row.role)}</td>
                <td className="numbers">{money(row.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What the matrix shows, in a sentence for each text that was opened for signature. */
function Findings({ versions }: Pick<Agreement, 'versions'>): ReactNode {
  const say = useText(agreementMessages);
  const nameOf = useVersionName();
  return versions.filter(isSigned).map((version) => {
    const states = version.parties.map(({ partner }) => signatureState(version, partner?.id));
    const signed = states.filter(({ kind }) => kind === 'signed').length;
    return (
      <p key={version.id}>
        <strong>
          {say('matrixFinding', { signed, total: states.length, text: nameOf(version) })}
        </strong>
      </p>
    );
  });
}

function isSigned({ openedOn, parties, status }: Version): boolean {
  if (status === 'WITHDRAWN') return false;
  return openedOn !== null || parties.some(({ signedElsewhere }) => signedElsewhere);
}

const PREFIX = 12;

function Signature({ state }: Readonly<{ state: SignatureState }>): ReactNode {
  const say = useText(agreementMessages);
  const level = useText(signatureLevel);
  const { day } = useFormats();
  switch (state.kind) {
    case 'signed':
      return (
        <span className="signature" data-state="signed">
          {say('signed', { day: day(state.day) })}
          <small>{say('signedBy', { level: level(state.level), name: state.by ?? '—' })}</small>
        </span>
      );
    case 'refused':
      return (
        <span className="signature" data-state="refused">
          {say('refused', { day: day(state.day) })}
        </span>
      );
    case 'other-text':
      return (
        <span className="signature" data-state="refused">
          {say('otherText', {
            signed: state.signed.slice(0, PREFIX),
            current: state.current.slice(0, PREFIX),
          })}
        </span>
      );
    case 'not-due':
      return <span className="signature">{say('notDue')}</span>;
    case 'not-open':
      return <span className="signature">{say('notOpen')}</span>;
    case 'approved':
    case 'awaited':
      return (
        <span className="signature" data-state="awaited">
          {say(state.kind)}
          {state.reminder && <Reminded reminder={state.reminder} />}
        </span>
      );
  }
}
