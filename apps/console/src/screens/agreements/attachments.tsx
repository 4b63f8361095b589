import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { DocumentLink } from '../../parts/document.tsx';
import { attachmentsMessages } from './attachments.messages.ts';
import type { Agreement, Version } from './signature-state.ts';
import { useVersionName } from './version-name.ts';

/** What a document is to an agreement. */
export type AttachmentKind = 'act' | 'condition' | 'container' | 'refusal' | 'report';
/** A document that an agreement rests on: of whom, or of what. */
export type Attachment = Readonly<{
  sha256: string;
  kind: AttachmentKind;
  of: string;
  /** Null of what belongs to no version. */
  version: Version | null;
}>;

/** Acts, signed files, reports, statements and proofs, in the order of the versions. */
export function attachmentsOf({
  versions,
  conditions,
}: Pick<Agreement, 'conditions' | 'versions'>): readonly Attachment[] {
  const ofVersions = versions.flatMap((version) =>
    version.parties.flatMap(({ partner, approval, signature, refusal }) => {
      const named: readonly (readonly [AttachmentKind, string | null | undefined])[] = [
        ['act', approval?.act],
        ['container', signature?.container],
        ['report', signature?.report],
        ['refusal', refusal?.statement],
      ];
      return named.map(([kind, sha256]) => ({ kind, sha256, of: partner?.name ?? '—', version }));
    }),
  );
  const ofConditions = conditions.map(({ title, document }) => ({
    ...{ kind: 'condition' as const, sha256: document, of: title, version: null },
  }));
  return [...ofVersions, ...ofConditions].flatMap(({ sha256, ...about }) =>
    sha256 == null ? [] : [{ ...about, sha256 }],
  );
}

/** The documents of an agreement, beside its text. */
export function Attachments({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(attachmentsMessages);
  const nameOf = useVersionName();
  const all = attachmentsOf(agreement);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{say('title')}</h2>
      <details open={all.length < FEW}>
        <summary>{say('count', { count: all.length })}</summary>
        <ul>
          {all.map(({ sha256, kind, of, version }) => (
            <li key={`${kind} ${of} ${version?.id ?? ''}`}>
              <DocumentLink sha256={sha256}>{`${say(kind)}: ${of}`}</DocumentLink>
              {version?.amends != null && ` · ${nameOf(version)}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const FEW = 10;
