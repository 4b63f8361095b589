import { tokenOfLanguage } from '../app/language.ts';
import { AskFailed, reached } from './ask.ts';

/** Where a document is given out, by its SHA-256. */
export function documentAddress(sha256: string): string {
  return `/documents/${sha256}`;
}

/** Hands a document in, and answers its SHA-256. @throws AskFailed with the server's sentence */
export async function handIn(file: File): Promise<string> {
  const response = await reached('/documents', {
    method: 'POST',
    headers: {
      'content-type': file.type === '' ? 'application/octet-stream' : file.type,
      'accept-language': tokenOfLanguage(),
    },
    body: file,
  });
  const answer = (await response.json()) as Readonly<{
    sha256?: string;
    code?: string;
    message?: string;
  }>;
  if (answer.sha256 !== undefined) return answer.sha256;
  const requestId = response.headers.get('x-request-id');
  throw new AskFailed(answer.message ?? '', answer.code ?? 'INTERNAL_SERVER_ERROR', requestId);
}

/** A document that is plain text, as text; null for one of any other type. @throws AskFailed */
export async function plainTextOf(sha256: string, signal: AbortSignal): Promise<string | null> {
  return await textOf(sha256, 'text/plain', signal);
}

/** A frozen text as its canonical bytes (JSON); null where it is a file. @throws AskFailed */
export async function canonicalTextOf(sha256: string, signal: AbortSignal): Promise<string | null> {
  return await textOf(sha256, 'application/json', signal);
}

async function textOf(sha256: string, type: string, signal: AbortSignal): Promise<string | null> {
  const response = await reached(documentAddress(sha256), { signal });
  const requestId = response.headers.get('x-request-id');
  if (!response.ok) throw new AskFailed('', 'INTERNAL_SERVER_ERROR', requestId);
  const isOfType = response.headers.get('content-type')?.startsWith(type) === true;
  return isOfType ? await response.text() : null;
}
