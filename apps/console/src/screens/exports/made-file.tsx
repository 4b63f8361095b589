import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { download } from '../../parts/list-files.ts';
import type { MadeFile } from './export-job.ts';
import { exportsMessages } from './exports.messages.ts';

/** Hands a kept file to whoever asks for it. */
export function DownloadFile({ file }: Readonly<{ file: MadeFile }>): ReactNode {
  const say = useText(exportsMessages);
  return (
    <button
      type="button"
      className="btn btn-outline-primary no-print"
      onClick={() => {
        download(file.name, file.blob);
      }}
    >
      {say('download', { name: file.name })}
    </button>
  );
}
