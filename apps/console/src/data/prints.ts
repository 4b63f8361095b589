import { AskFailed, reached } from './ask.ts';

/** A print as a file to be handed in. @throws AskFailed with the server's sentence */
export async function fetchedPrint(address: string): Promise<File> {
  const response = await reached(address, {});
  if (response.ok) {
    const name = new URL(address, location.origin).pathname.split('/').at(-1) ?? 'print.pdf';
    return new File([await response.blob()], name, { type: 'application/pdf' });
  }
  const { code, message } = (await response.json()) as Readonly<{ code: string; message: string }>;
  throw new AskFailed(message, code, response.headers.get('x-request-id'));
}
