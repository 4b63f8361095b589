import { createReadStream } from 'node:fs';

/** The line is no UTF-8. */
export class NoText extends Error {
  constructor(readonly line: number) {
    super(`line ${String(line)} is no text in UTF-8`);
  }
}

const LINE_FEED = 10;

/**
 * The lines of a file, parted at line feeds and at nothing else: `readline` also parts at U+2028,
 * which JSON leaves as it is. What comes after the last line feed is a line too. @throws NoText
 */
export async function* linesIn(path: string): AsyncGenerator<string> {
  yield* linesOf(createReadStream(path));
}

/** The same of any stream of bytes. @throws NoText */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 0;
  const text = (bytes: Uint8Array): string => {
    line += 1;
    try {
      return decoder.decode(bytes);
    } catch {
      throw new NoText(line);
    }
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of content) {
    let buffer: Buffer = Buffer.from(chunk);
    if (rest.length > 0) buffer = Buffer.concat([rest, buffer]);
    let from = 0;
    for (let to = buffer.indexOf(LINE_FEED); to >= 0; to = buffer.indexOf(LINE_FEED, from)) {
      yield text(buffer.subarray(from, to));
      from = to + 1;
    }
    rest = buffer.subarray(from);
  }
  if (rest.length > 0) yield text(rest);
}
