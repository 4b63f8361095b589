import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { cellOf, UnreadableFile } from './sheet.js';
import type { SheetRow } from './sheet.js';

const SEPARATORS = [';', ',', '\t'] as const;

/**
 * The rows of a CSV file (RFC 4180), one after another, so that a large file takes no more
 * memory than a small one. Separator by the first line; UTF-8, with or without its mark.
 * @throws UnreadableFile
 */
export async function* csvRows(path: string): AsyncGenerator<SheetRow> {
  const delimiter = separatorOf(await firstLine(path));
  const parser = parse({ bom: true, delimiter, info: true, relax_column_count: true });
  const source = createReadStream(path);
  const feeding = feed(source, parser);
  feeding.catch((error: unknown) => parser.destroy(error as Error));
  let next = 1;
  try {
    for await (const found of parser as AsyncIterable<Found>) {
      const { record, info } = found;
      const line = next;
      next = info.lines + 1;
      if (record.some((text) => text.trim() !== '')) yield { line, cells: record.map(cellOf) };
    }
  } catch (error) {
    throw worded(error);
  } finally {
    source.destroy();
  }
}

interface Found {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Decodes strictly: what is no UTF-8 is not guessed at. */
async function feed(
  source: AsyncIterable<Buffer>,
  parser: ReturnType<typeof parse>,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const write = async (text: string) => {
    if (parser.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        parser.off('drain', go).off('close', go);
        resolve();
      };
      parser.on('drain', go).on('close', go);
    });
  };
  for await (const chunk of source) await write(decoder.decode(chunk, { stream: true }));
  await write(decoder.decode());
  parser.end();
}

async function firstLine(path: string): Promise<string> {
  try {
    const head = createReadStream(path, { end: 65_535 });
    let text = '';
    for await (const chunk of head as AsyncIterable<Buffer>) text += chunk.toString('latin1');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw missing(path, error);
  }
}

function separatorOf(line: string): string {
  const count = (mark: string) => line.split(mark).length;
  return SEPARATORS.reduce<string>((best, each) => (count(each) > count(best) ? each : best), ';');
}

/** That a file cannot be opened, in words. */
export function missing(path: string, error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === undefined) return error;
  return new UnreadableFile({
    it: `${path} non si può leggere: controllare il nome e i permessi.`,
    en: `${path} cannot be read: look at its name and at who may read it.`,
  });
}

function worded(error: unknown): unknown {
  const { code = '', lines } = error as { readonly code?: string; readonly lines?: number };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new UnreadableFile({
      it: 'Il file non è in UTF-8 (forse è in Windows-1252): salvarlo da Excel come «CSV UTF-8».',
      en: 'The file is not in UTF-8 (perhaps it is in Windows-1252): save it from Excel as «CSV UTF-8».',
    });
  }
  if (!(error instanceof CsvError)) return error;
  const line = String(lines ?? '?');
  return new UnreadableFile({
    it: `Riga ${line}: le virgolette non si chiudono o sono fuori posto.`,
    en: `Line ${line}: the quotes are not closed, or out of place.`,
  });
}
