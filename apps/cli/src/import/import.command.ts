import { extname } from 'node:path';
import { RequestFailed } from '@tavolo/demo';
import type { Tongue, Words } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from '../acting.js';
import { ActingCommand } from '../acting-command.js';
import type { ActingOptions } from '../acting-command.js';
import { badOption, exits, Problem } from '../problem.js';
import { meterOf } from '../progress.js';
import { asProblem } from '../server-url.js';
import { agreementColumns } from './agreements.table.js';
import { applyAgreements, readAgreements, rehearseAgreements } from './agreements.import.js';
import { rowsUnder } from './columns.js';
import type { Column } from './columns.js';
import { Interrupted, Unforeseen } from './importing.js';
import type { Bench, Findings } from './importing.js';
import { applyPartners, rehearsePartners } from './partners.import.js';
import { partnerColumns } from './partners.table.js';
import { csvRows } from './read-csv.js';
import { xlsxRows } from './read-xlsx.js';
import { sentenceOf, UnreadableFile } from './sheet.js';

interface ImportOptions extends ActingOptions {
  readonly documents: string;
  readonly apply?: boolean;
  readonly dryRun?: boolean;
  readonly template?: boolean;
}

/** Brings partners, or agreements signed elsewhere, in from a table; a dry run always comes first. */
@Command({
  name: 'import',
  arguments: '<what> [file]',
  description: 'Imports partners or agreements from CSV or XLSX, a dry run first.',
})
export class ImportCommand extends ActingCommand {
  override async run([what, file]: string[], options: ImportOptions): Promise<void> {
    if (what !== 'partners' && what !== 'agreements') {
      throw badOption(`import ${what ?? ''}: write partners or agreements.`);
    }
    if (options.apply && options.dryRun) throw badOption('--apply or --dry-run: write one.');
    if (options.template) {
      print(templateOf(what === 'partners' ? partnerColumns : agreementColumns));
      return;
    }
    if (file === undefined) throw badOption('Name the file, .csv or .xlsx.');
    await this.#import(what, file, options);
  }

  async #import(what: What, file: string, options: ImportOptions): Promise<void> {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    process.once('SIGINT', cancel);
    const client = clientOf(options.url);
    const meter = meterOf('rows');
    try {
      const as = await actorOf(client, options);
      const common = { client, ...as, tongue: options.locale, signal: cancelled.signal };
      const bench = { ...common, meter: meterOf('rows') };
      const found = await rehearsed(what, file, { bench, folder: options.documents });
      report(found, options.locale);
      if (!options.apply) print(say(options.locale, tried));
      else await found.apply({ ...common, meter });
      if (options.apply) print(say(options.locale, done(found)));
    } catch (error) {
      throw problemOf(error, options.locale);
    } finally {
      meter.stop();
      process.off('SIGINT', cancel);
    }
  }

  @Option({ flags: '--apply', description: 'Writes, where the dry run found no bad row.' })
  parseApply(): boolean {
    return true;
  }

  @Option({ flags: '--dry-run', description: 'Only says what would happen (what it does alone).' })
  parseDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--template', description: 'Prints the headings with an example row.' })
  parseTemplate(): boolean {
    return true;
  }

  @Option({
    flags: '--documents <folder>',
    description: 'Where the documents are that agreements name.',
    defaultValue: '.',
  })
  parseDocuments(folder: string): string {
    return folder;
  }
}

type What = 'agreements' | 'partners';
type Rehearsed = Findings<unknown> & Readonly<{ apply: (bench: Bench) => Promise<void> }>;

async function rehearsed(
  what: What,
  file: string,
  { bench, folder }: { bench: Bench; folder: string },
): Promise<Rehearsed> {
  const rows = extname(file).toLowerCase() === '.xlsx' ? xlsxRows(file) : csvRows(file);
  try {
    if (what === 'partners') {
      const read = await Array.fromAsync(rowsUnder(partnerColumns, rows));
      const found = await rehearsePartners(read, bench);
      return { ...found, apply: (again) => applyPartners(found.fresh, again) };
    }
    const read = await readAgreements(rowsUnder(agreementColumns, rows), { bench, folder });
    const found = await rehearseAgreements(read, bench);
    return { ...found, apply: (again) => applyAgreements(found.fresh, again) };
  } finally {
    bench.meter.stop();
  }
}

/** @throws Problem where a row is bad: then nothing is done */
function report({ read, fresh, there, bad }: Findings<unknown>, tongue: Tongue): void {
  for (const cell of bad) print(sentenceOf(cell, tongue));
  const lines = new Set(bad.map(({ line }) => line)).size;
  const [n, f, t, b] = [read, fresh.length, there, lines].map(String) as [
    string,
    string,
    string,
    string,
  ];
  print(
    say(tongue, {
      it: `Righe lette: ${n}. Nuovi: ${f}, già presenti: ${t}, righe errate: ${b}.`,
      en: `Rows read: ${n}. New: ${f}, already there: ${t}, bad rows: ${b}.`,
    }),
  );
  if (bad.length === 0) return;
  throw new Problem(say(tongue, nothingDone), exits.failed);
}

const tried: Words = {
  it: 'Era una prova: nulla è stato scritto. Con --apply si scrive.',
  en: 'This was a dry run: nothing was written. With --apply it is.',
};
const nothingDone: Words = {
  it: 'Nulla è stato scritto: correggere le righe dette sopra e ripetere.',
  en: 'Nothing was written: correct the rows named above and repeat.',
};

function done({ fresh, there }: Findings<unknown>): Words {
  const [made, known] = [String(fresh.length), String(there)];
  return {
    it: `Fatto: ${made} nuovi, ${known} già presenti.`,
    en: `Done: ${made} new, ${known} already there.`,
  };
}

function problemOf(error: unknown, tongue: Tongue): unknown {
  if (error instanceof UnreadableFile) return new Problem(say(tongue, error.words), exits.failed);
  if (error instanceof Interrupted) return new Problem(say(tongue, stopped), exits.interrupted);
  if (error instanceof Unforeseen || error instanceof RequestFailed) {
    return new Problem(`${error.message} ${say(tongue, goOn)}`, exits.failed);
  }
  return asProblem(error);
}

const stopped: Words = {
  it: 'Interrotto. Ciò che è scritto resta; lo stesso comando ripetuto completa il resto.',
  en: 'Cancelled. What is written stays; the same command again completes the rest.',
};
const goOn: Words = {
  it: 'Ciò che è scritto resta: ripetere lo stesso comando, che prosegue da lì.',
  en: 'What is written stays: repeat the same command, which goes on from there.',
};

function templateOf(columns: Readonly<Record<string, Column>>): string {
  const all = Object.values(columns);
  const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [all.map(({ it }) => it), all.map(({ example }) => quoted(example))]
    .map((cells) => cells.join(';'))
    .join('\n');
}

function say(tongue: Tongue, words: Words): string {
  return words[tongue];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
