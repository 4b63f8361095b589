import type { Acting, Client } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { ActingCommand } from './acting-command.js';
import type { ActingOptions } from './acting-command.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

const CAUSES = ['left', 'compromised', 'precaution'];

interface LoginsOptions extends ActingOptions {
  readonly close?: string;
  readonly because?: string;
  readonly reopen?: string;
  readonly discard?: boolean;
  readonly reason?: string;
}

interface Closed {
  readonly person: { readonly id: string; readonly name: string | null };
  readonly cause: string;
  readonly closedBy: { readonly id: string };
  readonly closedAt: string;
}
type Answered = Readonly<{ message?: string }>;

const LIST = '{ closedLogins { person { id name } cause closedBy { id } closedAt } }';
const CLOSE = `mutation ($input: CloseLoginsInput!) { answer: closeLogins(input: $input) {
  ... on LoginsChanged { receipt { position } } ... on Refusal { message } } }`;
const REOPEN = `mutation ($input: ReopenLoginsInput!) { answer: reopenLogins(input: $input) {
  ... on LoginsChanged { receipt { position } } ... on Refusal { message } } }`;

/** Whose logins are closed; closes those of a person, and reopens them. */
@Command({
  name: 'logins',
  description:
    'Lists whose logins are closed, closes those of a person who has left or whose login is in other hands, and reopens them.',
})
export class LoginsCommand extends ActingCommand {
  override async run(_words: string[], options: LoginsOptions): Promise<void> {
    const { url, locale, close, reopen, because } = options;
    if (close !== undefined && reopen !== undefined)
      throw badOption('--close or --reopen: write one.');
    if ((close === undefined) !== (because === undefined))
      throw badOption(`--close <person> --because <${CAUSES.join('|')}>: write both.`);
    if (options.discard === true && reopen === undefined)
      throw badOption('--discard goes with --reopen <person>.');
    const client = clientOf(url);
    try {
      const { as } = await actorOf(client, options);
      const said = { ...as, locale };
      await (close === undefined && reopen === undefined ? list : changed)(client, said, options);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({ flags: '--close <person>', description: 'Closes the logins of this person.' })
  parseClose(text: string): string {
    return text;
  }

  @Option({
    flags: '--because <cause>',
    description: 'Why they are closed: left, compromised or precaution.',
  })
  parseBecause(text: string): string {
    if (CAUSES.includes(text)) return text;
    throw badOption(`--because is ${text}: write ${CAUSES.join(', ')}.`);
  }

  @Option({ flags: '--reopen <person>', description: 'Reopens the logins of this person.' })
  parseReopen(text: string): string {
    return text;
  }

  @Option({
    flags: '--discard',
    description: 'With --reopen: the logins of before stay out; invite the person anew.',
  })
  parseDiscard(): boolean {
    return true;
  }

  @Option({ flags: '--reason <text>', description: 'Why, in words; kept outside the log.' })
  parseReason(text: string): string {
    return text;
  }
}

async function list(client: Client, as: Acting): Promise<void> {
  const { closedLogins } = await client.query<{ closedLogins: Closed[] }>(LIST, {}, as);
  if (closedLogins.length === 0) console.log('Nobody’s logins are closed.');
  for (const { person, cause, closedBy, closedAt } of closedLogins) {
    const why = cause.toLowerCase();
    console.log(`${person.id}  ${person.name ?? ''}  ${why}, since ${closedAt}, by ${closedBy.id}`);
  }
}

/** @throws Problem */
async function changed(
  client: Client,
  as: Acting,
  { close, because, reopen, discard, reason }: LoginsOptions,
): Promise<void> {
  const why = reason !== undefined && { reason };
  const input =
    close === undefined
      ? { person: reopen, ...(discard === true && { discard }), ...why }
      : { person: close, cause: because?.toUpperCase(), ...why };
  const text = close === undefined ? REOPEN : CLOSE;
  const { answer } = await client.query<{ answer: Answered }>(text, { input }, as);
  if (answer.message !== undefined) throw new Problem(answer.message, exits.failed);
  console.log(doneOf(close !== undefined, discard === true));
}

function doneOf(isClosed: boolean, isDiscarded: boolean): string {
  if (isClosed) return 'They are closed, sessions included.';
  return isDiscarded
    ? 'They stay out for ever; the person may come in again: tavolo invite <mandate>.'
    : 'They are open again.';
}
