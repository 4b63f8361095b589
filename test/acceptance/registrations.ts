import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Answer, Fleet, Member } from './fleet.js';

/** A registration that was answered: by its receipt, or by the rule that refused it. */
export type Registered = Readonly<{
  commandId: string;
  taxCode: string | null;
  receipt: Readonly<{ eventId: string; stream: string; position: string }> | null;
  refused: string | null;
}>;

type Sent = Readonly<{ commandId: string; taxCode: string | null }>;

/**
 * Registers partners, two at a time under one tax code, of which PA-1 lets one in: each command is
 * sent to whichever server, again under its id to another where no answer came, and now and then
 * to two at once.
 */
export class Registrations {
  readonly answered: Registered[] = [];
  #pairs = 0;

  constructor(
    private readonly fleet: Fleet,
    private readonly random: () => number,
  ) {}

  async pair(): Promise<void> {
    this.#pairs += 1;
    const taxCode = String(this.#pairs).padStart(11, '0');
    const two = [randomUUID(), randomUUID()];
    await Promise.all(two.map((commandId) => this.#register({ commandId, taxCode })));
  }

  /** One without a tax code, at this server; its id. */
  async one(member: Member): Promise<string> {
    const sent = { commandId: randomUUID(), taxCode: null };
    const told = toldBy(await this.fleet.ask(member, registration(sent)), sent);
    if (!told?.receipt) throw new Error('it was not taken');
    this.answered.push(told);
    return told.receipt.stream;
  }

  async #register(sent: Sent): Promise<void> {
    const once = () => this.#untilAnswered(sent);
    const isSentTwice = this.random() < 0.2;
    const [first, second = first] = await Promise.all(isSentTwice ? [once(), once()] : [once()]);
    if (first.receipt?.eventId !== second.receipt?.eventId) {
      throw new Error(`${sent.commandId} was answered in two ways`);
    }
    this.answered.push(first);
  }

  /** No answer says nothing of what became of it: it is sent again, under the same id. */
  async #untilAnswered(sent: Sent): Promise<Registered> {
    for (;;) {
      const member = this.fleet.some(this.random());
      const answer = await this.fleet.ask(member, registration(sent), HASTY).catch(() => null);
      const told = answer && toldBy(answer, sent);
      if (told) return told;
      await pause(100);
    }
  }
}

/** Whoever does not answer for so long may be frozen: another is asked. */
const HASTY = { patienceMs: 5_000 };

const registration = ({ commandId, taxCode }: Sent) => `mutation {
  registerPartner(input: { name: "Ente", kind: OTHER, taxCode: ${JSON.stringify(taxCode)}, commandId: "${commandId}" }) {
    ... on PartnerPayload { receipt { eventId stream position } } ... on Refusal { rule } } }`;

/** Errors are states of the machine: whatever they say, the same command may be sent again. */
function toldBy({ data }: Answer, sent: Sent): Registered | null {
  const payload = data?.registerPartner as Partial<Registered> & { rule?: string };
  if (!data?.registerPartner) return null;
  return { ...sent, receipt: payload.receipt ?? null, refused: payload.rule ?? null };
}

/** The types of the facts on each stream whose name begins so. */
export function storiesOf(log: readonly RecordedEvent[], prefix: string): Map<string, string[]> {
  const own = log.filter(({ stream }) => stream.startsWith(prefix));
  const streams = Map.groupBy(own, ({ stream }) => stream);
  return new Map([...streams].map(([stream, facts]) => [stream, facts.map(({ type }) => type)]));
}

/** Whether every registration has come to its end, and every process that saw to it. */
export function isAtRest(log: readonly RecordedEvent[]): boolean {
  const partners = [...storiesOf(log, 'partner-').values()];
  const processes = [...storiesOf(log, 'pm_partnerRegistration-').values()];
  return (
    partners.every(({ length }) => length >= 2) &&
    processes.length === partners.length &&
    processes.every((types) => types.at(-1) === 'ProcessFinished')
  );
}
