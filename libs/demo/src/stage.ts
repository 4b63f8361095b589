import { setTimeout as pause } from 'node:timers/promises';
import type { Acting, Client, CommandAnswer } from './client.js';
import { say } from './narration.js';
import type { Persona, Step, Tell, Tongue, Words } from './narration.js';
import { pdfOf } from './pdf.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 25;

/** One command: the name of its mutation, and its input. */
export type Asked = Readonly<Record<string, object>>;

type Accepted = Extract<CommandAnswer, { outcome: 'accepted' }>;
type Refused = Extract<CommandAnswer, { outcome: 'refused' }>;

/** A command was accepted: the object it was about, and the part that it added. */
export type Done = Readonly<{ id: string; created: string; position: string; eventId: string }>;

/** The rule that the story says keeps a command out: its number and its code. */
export type Rule = readonly [rule: string, code: string];

/** The server did not answer as the story says. */
export class StoryBroken extends Error {}

/** Somebody on the stage, and what they can do there. */
export interface Actor {
  readonly persona: Persona;
  /** Gives a command that the story says is accepted. @throws StoryBroken */
  does(what: Words, asked: Asked): Promise<Done>;
  /** Gives a command that the story says a rule keeps out. @throws StoryBroken */
  isKeptOut(by: Rule, what: Words, asked: Asked): Promise<Refused>;
  /** Uploads an invented document; answers its hash. */
  uploads(what: Words, ...lines: readonly string[]): Promise<string>;
  /** Makes a person known, who then acts under whatever mandate they get. */
  registers(name: string, role: Words): Promise<Persona>;
}

/** Where a story is played: every step goes to the server and is told. */
export class Stage {
  readonly client: Client;
  readonly #tell: Tell;
  readonly #tongue: Tongue;

  constructor({ client, tell, tongue = 'it' }: { client: Client; tell: Tell; tongue?: Tongue }) {
    this.client = client;
    this.#tell = tell;
    this.#tongue = tongue;
  }

  /** The same stage, on which nothing is told. */
  inSilence(): Stage {
    return new Stage({ client: this.client, tell: () => undefined, tongue: this.#tongue });
  }

  chapter(what: Words): void {
    this.#tell({ kind: 'chapter', what });
  }

  /** Tells what a query showed. */
  finds(what: Words): void {
    this.#tell({ kind: 'found', what });
  }

  by(persona: Persona): Actor {
    const tell = (step: Step) => this.#tell(step);
    const as = this.#acting(persona);
    const { client } = this;
    return {
      persona,
      async does(what, asked) {
        const { name, answer } = await given(client, as, asked);
        if (answer.outcome === 'refused') throw broken(name, what, answer);
        tell({ kind: 'accepted', who: persona, what, mutation: name, receipt: answer.receipt });
        return doneOf(answer);
      },
      async isKeptOut([rule, code], what, asked) {
        const { name, answer } = await given(client, as, asked);
        if (answer.outcome === 'accepted') throw broken(name, what, null);
        if (answer.rule !== rule || answer.code !== code) throw broken(name, what, answer);
        const { message } = answer;
        tell({ kind: 'refused', who: persona, what, mutation: name, rule, code, message });
        return answer;
      },
      async uploads(what, ...lines) {
        const sha256 = await client.upload(as, pdfOf(...lines), 'application/pdf');
        tell({ kind: 'uploaded', who: persona, what, sha256 });
        return sha256;
      },
      async registers(name, role) {
        const person = await registered(client, as, name);
        const known: Persona = { name, role, person, mandate: null };
        const what = say(`fa conoscere ${name} (${role.it})`, `makes ${name} known (${role.en})`);
        tell({ kind: 'registered', who: persona, what, registered: known });
        return known;
      },
    };
  }

  /** Asks the server something. */
  ask<T>(document: string, variables: object = {}): Promise<T> {
    return this.client.query<T>(document, variables);
  }

  /**
   * Waits for what no person does but a process: asks until it is so, ten seconds at most.
   * @throws StoryBroken
   */
  async until<T>(what: Words, ask: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await ask();
      if (isSo(found)) {
        this.#tell({ kind: 'happened', what });
        return found;
      }
      if (performance.now() > end) {
        throw new StoryBroken(
          `within ${String(PATIENCE_MS)} ms it did not happen that ${what.en}; the last answer: ${JSON.stringify(found)}`,
        );
      }
      await pause(PAUSE_MS);
    }
  }

  #acting({ person, mandate }: Persona): Acting {
    return { person, mandate, locale: this.#tongue };
  }
}

/** What an act of effect rests on: its reason and its document. */
export function grounds(reason: string, sha256: string) {
  return { reason, documents: [{ sha256 }] };
}

async function given(client: Client, as: Acting, asked: Asked) {
  const [[name, input] = ['', {}]] = Object.entries(asked);
  return { name, answer: await client.command(as, name, input) };
}

async function registered(client: Client, as: Acting, name: string): Promise<string> {
  const { registerPerson } = await client.query<{ registerPerson: { person: { id: string } } }>(
    'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { ... on PersonPayload { person { id } } } }',
    { input: { name } },
    as,
  );
  return registerPerson.person.id;
}

function doneOf({ id, receipt }: Accepted): Done {
  const { createdId, position, eventId } = receipt;
  return { id, created: createdId ?? '', position, eventId };
}

function broken(mutation: string, what: Words, answer: Refused | null): StoryBroken {
  const said = answer
    ? `refused by ${answer.rule} (${answer.code}): ${answer.message}`
    : 'accepted';
  return new StoryBroken(
    `the server answers otherwise than the story says. ${mutation}, “${what.en}”: ${said}`,
  );
}
