import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { partyRole, signatureLevel } from '../../words/agreements.ts';
import { agreementMessages } from './agreement.messages.ts';
import { stateOf, stateUnder } from './signature-state.ts';
import type { Agreement, SignatureState } from './signature-state.ts';

/** Parties by texts: who has signed which, in words in every cell. `actions` stand by a party. */
export function SignatureMatrix({
  agreement,
  actions,
}: Readonly<{
  agreement: Agreement;
  actions?: (party: Agreement['parties'][number]) => ReactNode;
}>): ReactNode {
  const say = useText(agreementMessages);
  const role = useText(partyRole);
  const { money } = useFormats();
  const { parties, versions, textSha256, textVersion } = agreement;
  const signed = parties.filter((one) => stateOf(one, textSha256).kind === 'signed').length;
  const amendments = versions.filter(({ amends }) => amends !== null);
  return (
    <section>
      <h2 id="matrix">{say('matrix')}</h2>
      {textSha256 !== null && (
        <p>
          <strong>
            {say('matrixFinding', { signed, total: parties.length, version: textVersion ?? 1 })}
          </strong>
        </p>
      )}
      <div className="scroll-sideways" tabIndex={0} role="region" aria-labelledby="matrix">
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">{say('party')}</th>
              <th scope="col">{say('role')}</th>
              <th scope="col" className="numbers">
                {say('share')}
              </th>
              <th scope="col">{say('main')}</th>
              {amendments.map(({ id, number }) => (
                <th key={id} scope="col">
                  {number === null ? say('draftVersion') : say('version', { number: number - 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => (
              <tr key={party.id}>
                <th scope="row">
                  {party.partner && (
                    <ObjectLink id={party.partner.id}>{party.partner.name}</ObjectLink>
                  )}
                  {actions?.(party)}
                </th>
                <td>{role(party.role)}</td>
                <td className="numbers">{money(party.share.cents)}</td>
                <td>
                  <Signature state={stateOf(party, textSha256)} />
                </td>
                {amendments.map((version) => (
                  <td key={version.id}>
                    <Signature state={stateUnder(version, party.partner?.id)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
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
    case 'approved':
    case 'awaited':
      return (
        <span className="signature" data-state="awaited">
          {say(state.kind)}
        </span>
      );
  }
}
