import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { TakeReadModel } from '@tavolo/projection';
import { COPY_PATH, KEY_HEADER } from '../operations/read-model-copies.js';

/** Whom to ask, and by which key. */
export type CopySource = Readonly<{ replicas: readonly URL[]; key: string }>;

/** Whoever is silent for so long is given up. */
const SILENCE_MS = 30_000;
const OWNER_ONLY = 0o600;

/**
 * Takes the read model of the first of these replicas that gives it. Answers null, or why none
 * did: each address with what it said. What was taken is not looked at here.
 */
export function takenFrom({ replicas, key }: CopySource, silenceMs = SILENCE_MS): TakeReadModel {
  return async ({ layout, path }) => {
    const reasons: string[] = [];
    for (const replica of replicas) {
      const reason = await asked({ replica, key, layout, path, silenceMs }).catch(reasonOf);
      if (reason === null) return null;
      reasons.push(`${replica.origin}: ${reason}`);
    }
    return reasons.join('; ');
  };
}

type Asked = Readonly<{
  replica: URL;
  key: string;
  layout: string;
  path: string;
  silenceMs: number;
}>;

async function asked({ replica, key, layout, path, silenceMs }: Asked): Promise<string | null> {
  const silence = new Silence(silenceMs);
  try {
    const answer = await fetch(new URL(COPY_PATH, replica), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', [KEY_HEADER]: key },
      body: JSON.stringify({ layout }),
      redirect: 'error', // The key is for this address alone.
      signal: silence.signal,
    });
    if (!answer.ok || !answer.body) return await saidIn(answer);
    await write(answer.body, { path, silence });
    const promised = Number(answer.headers.get('content-length'));
    const { size } = await stat(path);
    return size === promised ? null : `${String(size)} bytes of ${String(promised)} came`;
  } finally {
    silence.end();
  }
}

async function saidIn(answer: Response): Promise<string> {
  const { message } = (await answer.json().catch(() => ({}))) as { message?: unknown };
  return typeof message === 'string' ? message : `it answered ${String(answer.status)}`;
}

async function write(
  body: ReadableStream,
  { path, silence }: Readonly<{ path: string; silence: Silence }>,
): Promise<void> {
  const heard = new Transform({
    transform(chunk, _encoding, done) {
      silence.heard();
      done(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(body), heard, createWriteStream(path, { mode: OWNER_ONLY }), {
    signal: silence.signal,
  });
}

/** Aborts when nothing was heard for too long. */
class Silence {
  readonly #given = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.#timer = setTimeout(() => {
      this.#given.abort(new Error(`it said nothing for ${String(ms / 1_000)} s`));
    }, ms);
  }

  get signal(): AbortSignal {
    return this.#given.signal;
  }

  heard(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
