import type { ReactNode } from 'react';
import { documentAddress } from '../data/documents.ts';

const PREFIX = 12;

/** A document by its title, with the beginning of its hash; the whole hash is in its address. */
export function DocumentLink({
  sha256,
  children,
}: Readonly<{ sha256: string; children: ReactNode }>): ReactNode {
  return (
    <a href={documentAddress(sha256)} download className="document">
      {children} <Hash of={sha256} />
    </a>
  );
}

/** The beginning of a hash, enough to compare by eye; the whole of it where one points or copies. */
export function Hash({ of }: Readonly<{ of: string }>): ReactNode {
  return (
    <code className="hash" title={of}>
      {of.slice(0, PREFIX)}
    </code>
  );
}
