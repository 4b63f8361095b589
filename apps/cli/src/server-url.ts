import { RequestFailed, ServerUnreachable } from '@tavolo/demo';
import { badOption, exits, Problem } from './problem.js';

/** Where a server of this machine listens, unless it was told otherwise. */
export const DEFAULT_URL = `http://127.0.0.1:${process.env.PORT ?? '4000'}`;

/** The address of a server as somebody wrote it. @throws Problem */
export function serverUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw badOption(`--url is ${text}: write an address such as http://127.0.0.1:4000.`);
}

/** What an operation on a server failed of, as a problem where nobody answered, or said why not. */
export function asProblem(error: unknown): unknown {
  if (error instanceof RequestFailed) {
    return new Problem(error.errors[0]?.message ?? error.message, exits.failed);
  }
  if (!(error instanceof ServerUnreachable)) return error;
  const sentence = `No server answers at ${error.url}: start one with \`npm start\`, or name another with --url.`;
  return new Problem(sentence, exits.unreachable);
}
