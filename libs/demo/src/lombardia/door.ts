import { v5 } from 'uuid';
import type { Acting } from '../client.js';
import { StoryBroken } from '../lab-impact/story.js';

/** Makes the ids of the generator's commands; random once, fixed for ever. */
const NAMESPACE = 'b0b7a3f7-6d0e-4a55-9b1c-3f1f6f2f9a07';

/** One command in the words of the log: aggregate, stream, type and data. */
export interface BulkCommand {
  readonly aggregate: string;
  readonly type: string;
  /** The stream; null for a command that founds the object. */
  readonly target: string | null;
  readonly data: object;
  readonly reason?: string;
  /** Documents, by their hash. */
  readonly documents?: readonly { readonly sha256: string }[];
}

/** What a command answered. */
export type BulkAnswer =
  | { readonly outcome: 'accepted' }
  | {
      readonly outcome: 'refused';
      readonly rule: string;
      readonly code: string;
      readonly message: string;
    };

/**
 * The door for commands of an instance that this very program holds open: the same door as
 * everybody's, without the wire. Time is that of the instance's simulated clock.
 */
export interface Door {
  /** Where the instance answers questions. */
  readonly url: string;
  readonly founder: Acting;
  send(as: Acting, command: BulkCommand, commandId: string): Promise<BulkAnswer>;
  /** The id that the instance derives for what such a command makes. */
  idOf(person: string, commandId: string, kind: string): string;
  /** Makes a person known to the private store, under the id of this command. */
  person(name: string, commandId: string): Promise<void>;
  /** Keeps a document; answers its hash. */
  paper(text: string): Promise<string>;
  /** The data of the newest fact of a type on a stream. */
  fact(stream: string, type: string): Promise<Readonly<Record<string, unknown>> | null>;
  /**
   * Resolves when no process and no timer has anything left to do at this time, and every
   * question is answered by all of it; answers the position of the newest fact.
   */
  settled(): Promise<string>;
}

/** Who acts, and where the id of each command comes from: seed and key, so that a repeat meets it. */
export class Hand {
  readonly #namespace: string;
  readonly #papers = new Map<string, Promise<string>>();
  #given = 0;

  constructor(
    readonly door: Door,
    seed: number,
  ) {
    this.#namespace = v5(`seed ${String(seed)}`, NAMESPACE);
  }

  /** How many commands were given so far, repeated ones too. */
  get given(): number {
    return this.#given;
  }

  /** Gives a command that must be accepted; no two have the same key. @throws StoryBroken */
  async gives(as: Acting, key: string, command: BulkCommand): Promise<void> {
    const answer = await this.door.send(as, command, this.#commandId(key));
    this.#given += 1;
    if (answer.outcome === 'accepted') return;
    const { rule, code, message } = answer;
    throw new StoryBroken(`${key} (${command.type}): ${rule} ${code}: ${message}`);
  }

  /** The same for an act of legal or financial effect: its reason, and a document of its kind. */
  async decrees(
    as: Acting,
    key: string,
    { paper, ...command }: BulkCommand & { readonly reason: string; readonly paper: string },
  ): Promise<void> {
    const sha256 = await this.paper(paper);
    const documents = [...(command.documents ?? []), { sha256 }];
    await this.gives(as, key, { ...command, documents });
  }

  /** The id of what a command with this key makes: a stream, or a part of one. */
  partOf(as: Pick<Acting, 'person'>, key: string, kind: string): string {
    return this.door.idOf(as.person, this.#commandId(key), kind);
  }

  /** The stream that a command with this key founds. */
  streamOf(as: Pick<Acting, 'person'>, key: string, category: string): string {
    return `${category}-${this.partOf(as, key, category)}`;
  }

  /** The reference of the person that this key makes known. */
  personOf(key: string): string {
    return this.streamOf(this.door.founder, `person ${key}`, 'person');
  }

  async makesKnown(key: string, name: string): Promise<void> {
    await this.door.person(name, this.#commandId(`person ${key}`));
  }

  /** One document for all that say the same: a model that many acts are written on. */
  paper(text: string): Promise<string> {
    const known = this.#papers.get(text) ?? this.door.paper(`${text}\n(Documento sintetico.)\n`);
    this.#papers.set(text, known);
    return known;
  }

  #commandId(key: string): string {
    return v5(key, this.#namespace);
  }
}

/** Does some work for each of a list, so many at a time; the first failure ends it. */
export async function forEach<T>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = list.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
