/** How the command line ends; scripts rely on these numbers. */
export const exits = {
  ok: 0,
  /** What was asked did not come out as it should. */
  failed: 1,
  /** The words on the command line cannot be understood. */
  usage: 2,
  /** It is in use, or holds something else already; nothing was changed. */
  conflict: 5,
  /** No server answers. */
  unreachable: 6,
  /** What is kept is not what was written. */
  damaged: 7,
  /** Stopped with Ctrl-C: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** Ends the command with a sentence instead of a stack trace. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly exitCode: (typeof exits)[keyof typeof exits],
  ) {
    super(message);
  }
}

/** An option whose value cannot be used; the sentence says what to write instead. */
export function badOption(sentence: string): Problem {
  return new Problem(sentence, exits.usage);
}
