import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** What looks for harm in documents does not answer: nothing is taken meanwhile. To be tried again. */
export class ScannerSilent extends Error {}

/** The scanner knows the content as harmful. */
export class Harmful extends Error {}

/** Where the scanner listens: a port of this machine, or a socket in a folder. */
export type ScannerAddress = Readonly<{ host: string; port: number }> | Readonly<{ path: string }>;

/** Scanning a document of 25 MB takes a second or two. */
const SILENT_MS = 30_000;
const LENGTH_BYTES = 4;
const END = Buffer.alloc(LENGTH_BYTES);

/**
 * Has each document looked at by ClamAV while it comes in (`INSTREAM` of clamd): the same chunks
 * go on, and the last word is the scanner's. Fails before the document is taken for good.
 * @throws Harmful, ScannerSilent
 */
export async function* scanned(
  content: AsyncIterable<Uint8Array>,
  address: ScannerAddress,
  silentMs = SILENT_MS,
): AsyncGenerator<Uint8Array> {
  const socket = connect(address).setTimeout(silentMs, () => {
    socket.destroy(new Error('no answer in time'));
  });
  const heard = answerOf(socket);
  heard.catch(() => undefined); // It is asked for below, or the upload failed for another reason.
  try {
    await send(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of content) {
      if (chunk.byteLength > 0) await send(socket, framed(chunk));
      yield chunk;
    }
    await send(socket, END);
    judge(await heard);
  } catch (error) {
    throw isOfSocket(error, socket) ? new ScannerSilent('no verdict', { cause: error }) : error;
  } finally {
    socket.destroy();
  }
}

function framed(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(chunk.byteLength);
  return Buffer.concat([length, chunk]);
}

/** Waits where the scanner reads more slowly than the document comes. */
async function send(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.errored) throw socket.errored;
  if (!socket.write(bytes)) await once(socket, 'drain');
}

async function answerOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').replaceAll('\0', '').trim();
}

/** `stream: OK`, or `stream: <name> FOUND`; all else is no verdict. */
function judge(answer: string): void {
  if (answer === 'stream: OK') return;
  if (answer.endsWith(' FOUND')) throw new Harmful('the scanner knows the content as harmful');
  throw new ScannerSilent('the scanner has given no verdict');
}

function isOfSocket(error: unknown, socket: Socket): boolean {
  return error === socket.errored;
}
