import type { Acting, Client } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { ActingCommand } from './acting-command.js';
import type { ActingOptions } from './acting-command.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

interface SessionsOptions extends ActingOptions {
  readonly of?: string;
  readonly end?: string;
  readonly endAll?: boolean;
}

interface Open {
  readonly id: string;
  readonly issuer: string;
  readonly since: string;
  readonly usedAt: string;
  readonly until: string;
}
type Ended = Readonly<{ ids?: readonly string[]; message?: string }>;

const LIST = 'query ($of: ID) { sessions(person: $of) { id issuer since usedAt until } }';
const END = `mutation ($input: EndSessionsInput!) { answer: endSessions(input: $input) {
  ... on SessionsEnded { ids } ... on Refusal { message } } }`;

/** Who is signed in with a browser: one's own sessions, or somebody's for the administrator. */
@Command({
  name: 'sessions',
  description: 'Lists the sessions of a person that are open, and ends them.',
})
export class SessionsCommand extends ActingCommand {
  override async run(_words: string[], options: SessionsOptions): Promise<void> {
    const { url, locale, end, endAll } = options;
    if (end !== undefined && endAll) throw badOption('--end or --end-all: write one.');
    const client = clientOf(url);
    try {
      const { as } = await actorOf(client, options);
      const said = { ...as, locale };
      await (end === undefined && !endAll ? list : ended)(client, said, options);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({ flags: '--of <person>', description: 'Whose; one’s own without it.' })
  parseOf(text: string): string {
    return text;
  }

  @Option({ flags: '--end <id>', description: 'Ends this one.' })
  parseEnd(text: string): string {
    return text;
  }

  @Option({ flags: '--end-all', description: 'Ends all of them.' })
  parseEndAll(): boolean {
    return true;
  }
}

async function list(client: Client, as: Acting, { of }: SessionsOptions): Promise<void> {
  print((await client.query<{ sessions: readonly Open[] }>(LIST, { of }, as)).sessions);
}

/** @throws Problem */
async function ended(
  client: Client,
  as: Acting,
  { of, end, endAll }: SessionsOptions,
): Promise<void> {
  const input = { ...(of !== undefined && { person: of }), ...(!endAll && { id: end }) };
  const { answer } = await client.query<{ answer: Ended }>(END, { input }, as);
  if (answer.message !== undefined) throw new Problem(answer.message, exits.failed);
  console.log(`Ended: ${String(answer.ids?.length ?? 0)}.`);
}

function print(sessions: readonly Open[]): void {
  if (sessions.length === 0) console.log('No session is open.');
  for (const { id, issuer, since, usedAt, until } of sessions) {
    console.log(`${id}  since ${since}, used ${usedAt}, until ${until}  (${issuer})`);
  }
}
