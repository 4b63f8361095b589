import { reach } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { exits, Problem } from './problem.js';
import { meterOf } from './progress.js';
import type { Meter, Progress } from './progress.js';
import { asProblem, DEFAULT_URL, serverUrl } from './server-url.js';
import { TavoloCommand } from './tavolo-command.js';

/** One line of the answer of `POST /operations/rebuild`. */
type Line =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'finished'; readonly result: Rebuilt }
  | { readonly kind: 'failed'; readonly message: string };

interface Rebuilt {
  readonly isSwapped: boolean;
  readonly comparison: {
    readonly tables: readonly {
      readonly table: string;
      readonly same: number;
      readonly differing: number;
      readonly examples: readonly string[];
    }[];
  };
}

/** Has a running server build its read model anew, compare and swap. */
@Command({ name: 'rebuild', description: 'Builds the read model anew beside the running one.' })
export class RebuildCommand extends TavoloCommand {
  override async run(_words: string[], options: Options): Promise<void> {
    if (options.back === true) await goBack(options);
    else await this.#rebuild(options);
  }

  async #rebuild(options: Options): Promise<void> {
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    process.once('SIGINT', cancel);
    const meter = meterOf('events');
    try {
      report(await rebuilt(options, { signal: cancelled.signal, meter }));
    } catch (error) {
      if (!cancelled.signal.aborted) throw asProblem(error);
      throw new Problem('Cancelled; nothing has changed.', exits.interrupted);
    } finally {
      meter.stop();
      process.off('SIGINT', cancel);
    }
  }

  @Option({
    flags: '--although-different',
    description: 'Takes the new one into use although its rows differ: you have looked why.',
  })
  parseAlthoughDifferent(): boolean {
    return true;
  }

  @Option({ flags: '--back', description: 'Goes back to the read model in use before this one.' })
  parseBack(): boolean {
    return true;
  }

  @Option({ flags: '--url <url>', description: 'The server.', defaultValue: DEFAULT_URL })
  parseUrl(text: string): string {
    return serverUrl(text);
  }
}

type Options = Readonly<{ url: string; althoughDifferent?: boolean; back?: boolean }>;

const addressOf = (url: string, path: string) => `${url.replace(/\/$/, '')}/operations/${path}`;

/** @throws Problem where there is nothing to go back to */
async function goBack({ url }: Options): Promise<void> {
  try {
    const response = await reach(addressOf(url, 'roll-back'), { method: 'POST' });
    const { message } = (await response.json()) as { readonly message?: string };
    if (!response.ok) throw new Problem(message ?? String(response.status), exits.failed);
    console.log('The read model in use before is in use again, up to date.');
  } catch (error) {
    throw error instanceof Problem ? error : asProblem(error);
  }
}

async function rebuilt(
  { url, althoughDifferent = false }: Options,
  { signal, meter }: { signal: AbortSignal; meter: Meter },
): Promise<Rebuilt> {
  const query = althoughDifferent ? '?although=different' : '';
  const address = addressOf(url, `rebuild${query}`);
  const response = await reach(address, { method: 'POST', signal });
  if (!response.ok || !response.body) {
    throw new Problem(`The server answered ${String(response.status)}.`, exits.failed);
  }
  for await (const line of linesOf(response.body)) {
    if (line.kind === 'progress') meter.show(line);
    if (line.kind === 'failed') throw new Problem(line.message, exits.failed);
    if (line.kind === 'finished') return line.result;
  }
  throw new Problem('The server broke off: nothing has changed.', exits.failed);
}

/** Newline-delimited JSON; an abort of the request ends it with an error. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = `${rest}${text}`.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) yield JSON.parse(part) as Line;
  }
}

/** @throws Problem when the new read model was not put in the place of the old one */
function report({ comparison: { tables }, isSwapped }: Rebuilt): void {
  for (const { table, same, differing, examples } of tables) {
    const which = examples.length > 0 ? `, for example ${examples.join(', ')}` : '';
    console.log(`${table}: ${String(same)} the same, ${String(differing)} different${which}`);
  }
  if (!isSwapped) {
    const sentence = 'They differ: the read model in use was kept. Somebody must look.';
    throw new Problem(sentence, exits.failed);
  }
  const isEqual = tables.every(({ differing }) => differing === 0);
  const said = isEqual ? 'equal' : 'different';
  console.log(`${String(tables.length)} tables compared, ${said}; the new read model is in use.`);
  if (!isEqual) console.log('`tavolo rebuild --back` goes back to the one before it.');
}
