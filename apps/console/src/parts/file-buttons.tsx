import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';
import type { FileKind } from './use-file.ts';

/** To have a list as a file, or on paper. */
export function FileButtons({
  begin,
}: Readonly<{ begin: (kind: FileKind | 'print') => void }>): ReactNode {
  const say = useText(partsMessages);
  return (['csv', 'xlsx', 'print'] as const).map((kind) => (
    <button
      key={kind}
      type="button"
      className="btn btn-outline-primary"
      onClick={() => {
        begin(kind);
      }}
    >
      {say(kind)}
    </button>
  ));
}
