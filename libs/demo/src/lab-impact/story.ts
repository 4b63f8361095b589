import { Temporal } from 'temporal-polyfill';
import { v5 } from 'uuid';
import type { Acting, Client, CommandAnswer, Receipt } from '../client.js';
import { StoryBroken } from '../stage.js';

export { StoryBroken } from '../stage.js';

/** Makes the ids of the demo's commands; random once, fixed for ever. */
const NAMESPACE = '6c8f5f0e-3f63-4d0c-9b53-0d5d2a7f3a11';
const WAIT_MS = 10_000;
const POLL_MS = 5;

/** A person of the demo, with the mandate under which they act. */
export type Persona = Acting & Readonly<{ name: string }>;

/** An object as a query found it; the story looks at single fields of it. */
export type Found = Readonly<Record<string, unknown>>;

/** Where a story begins, and what its server is. */
export interface Beginning {
  /** Instant, RFC 3339 in UTC. */
  readonly at: string;
  /** IANA zone of the body: a day of the story is a day there. */
  readonly zone: string;
  readonly founder: Persona;
}

/**
 * Tells a story to a demo server: walks its clock and gives commands in one fixed order. Every
 * command's id is that of its place in the story, so telling it again adds nothing.
 */
export class Story {
  readonly client: Client;
  readonly founder: Persona;
  readonly #zone: string;
  #commands = 0;
  #at: Temporal.Instant;
  #chapter = '';
  #step = 0;

  constructor(client: Client, { at, zone, founder }: Beginning) {
    this.client = client;
    this.founder = founder;
    this.#zone = zone;
    this.#at = Temporal.Instant.from(at);
  }

  /** How many commands were given so far, repeated ones too. */
  get commands(): number {
    return this.#commands;
  }

  /** Today in the story, `YYYY-MM-DD`. */
  get today(): string {
    return this.dayFrom(0);
  }

  /** The moment it is in the story, as instants are written everywhere. */
  get now(): string {
    return written(this.#at);
  }

  /** A new chapter counts its steps anew, so that a change of one leaves the others as they are. */
  chapter(name: string): void {
    this.#chapter = name;
    this.#step = 0;
  }

  /** The day that lies so many days from today. */
  dayFrom(days: number): string {
    return this.#at.toZonedDateTimeISO(this.#zone).toPlainDate().add({ days }).toString();
  }

  /** A time of a day on the clock of the body, as an instant. */
  instantOn(day: string, hour: number): string {
    return written(this.#on(day, hour));
  }

  /** Walks to a day, in the morning. */
  async goTo(day: string, hour = 9): Promise<void> {
    await this.#walkTo(this.#on(day, hour));
  }

  /** Walks to an instant; back it does not go. */
  async walkTo(instant: string): Promise<void> {
    await this.#walkTo(Temporal.Instant.from(instant));
  }

  /** Walks some days or minutes on. */
  async later({
    days = 0,
    minutes = 0,
  }: {
    readonly days?: number;
    readonly minutes?: number;
  }): Promise<void> {
    await this.#walkTo(this.#at.add({ hours: days * 24, minutes }));
  }

  /** Back to the real time, for good. */
  async end(): Promise<void> {
    await fetch(`${this.client.url}/demo/clock`, { method: 'DELETE' });
  }

  /** Makes a person known; they act under the mandate that a later command gives them. */
  async person(name: string): Promise<string> {
    const document = `mutation ($input: RegisterPersonInput!) {
      registerPerson(input: $input) { ... on PersonPayload { person { id } } }
    }`;
    const input = { commandId: v5(`person ${name}`, NAMESPACE), name };
    interface Known {
      readonly registerPerson: { readonly person: { readonly id: string } };
    }
    const answer = await this.client.query<Known>(document, { input }, this.founder);
    return answer.registerPerson.person.id;
  }

  /** Gives a command that the story expects to be accepted. @throws StoryBroken */
  async did(as: Acting, mutation: string, input: object): Promise<Receipt> {
    this.#step += 1;
    this.#commands += 1;
    const step = `${this.#chapter}, step ${String(this.#step)}`;
    const commandId = v5(step, NAMESPACE);
    const answer: CommandAnswer = await this.client.command(as, mutation, { commandId, ...input });
    if (answer.outcome === 'accepted') return answer.receipt;
    const { rule, code, message } = answer;
    throw new StoryBroken(`${step} (${mutation}): ${rule} ${code}: ${message}`);
  }

  /** The same for a command that adds a part to something; answers the id of the part. */
  async added(as: Acting, mutation: string, input: object): Promise<string> {
    const { createdId } = await this.did(as, mutation, input);
    if (createdId !== null) return createdId;
    throw new StoryBroken(`${this.#chapter}: ${mutation} answered no id of what it added`);
  }

  /** An act of legal or financial effect: with its reason, and the document it rests on. */
  async decreed(
    as: Acting,
    mutation: string,
    input: Found & { readonly reason: string },
  ): Promise<Receipt> {
    const sha256 = await this.paper(as, `${mutation}: ${input.reason}`);
    return await this.did(as, mutation, { ...input, documents: [{ sha256 }] });
  }

  /** A document of the story, as text; answers its hash. */
  paper(as: Acting, text: string): Promise<string> {
    return this.client.upload(as, `${text}\n(Documento dimostrativo.)\n`, 'text/plain');
  }

  /** An object by a field of the query root, `plan(id: $id) { status }`. @throws StoryBroken */
  async found(field: string, id: string): Promise<Found> {
    return await this.until(field, id, () => true);
  }

  /**
   * Waits until a process has done its part. `isSo` must stay true ever after: a load that was
   * cut off asks it again of an object that has moved on. @throws StoryBroken
   */
  async until(field: string, id: string, isSo: (object: Found) => boolean): Promise<Found> {
    const document = `query ($id: ID!) { found: ${field} }`;
    const deadline = performance.now() + WAIT_MS;
    for (;;) {
      const answer = await this.client.query<{ readonly found: Found | null }>(document, { id });
      if (answer.found && isSo(answer.found)) return answer.found;
      if (performance.now() > deadline) {
        const last = JSON.stringify(answer.found);
        throw new StoryBroken(`${this.#chapter}: waited in vain for ${field} of ${id}: ${last}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  #on(day: string, hour: number): Temporal.Instant {
    const time = Temporal.PlainTime.from({ hour });
    return Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: this.#zone, plainTime: time })
      .toInstant();
  }

  async #walkTo(at: Temporal.Instant): Promise<void> {
    if (Temporal.Instant.compare(at, this.#at) > 0) this.#at = at;
    const response = await fetch(`${this.client.url}/demo/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ at: this.now }),
    });
    if (response.ok) return;
    throw new StoryBroken('the server has no demo clock: start it with npm start');
  }
}

function written(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
