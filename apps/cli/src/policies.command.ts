import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { ActingCommand } from './acting-command.js';
import type { ActingOptions } from './acting-command.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

interface PoliciesOptions extends ActingOptions {
  readonly activate?: string;
}

type Version = Readonly<{
  hash: string;
  active: boolean;
  activatedAt: string | null;
  policies: readonly Readonly<{ id: string; sentence: string }>[];
}>;

const LIST = '{ policyVersions { hash active activatedAt policies { id sentence } } }';
const ACTIVATE = `mutation ($input: ActivatePoliciesInput!) { answer: activatePolicies(input: $input) {
  ... on PoliciesActivated { receipt { position } } ... on Refusal { message } } }`;

/** Which policies are active, which wait, and what they say; an administrator activates them. */
@Command({
  name: 'policies',
  description:
    'Which policies are active, from when, and what each says; activates those that wait.',
})
export class PoliciesCommand extends ActingCommand {
  override async run(_words: string[], options: PoliciesOptions): Promise<void> {
    const { url, locale, activate } = options;
    const client = clientOf(url);
    try {
      const { as } = await actorOf(client, options);
      const said = { ...as, locale };
      if (activate !== undefined) {
        const input = { hash: activate };
        const { answer } = await client.query<{ answer: { message?: string } }>(
          ACTIVATE,
          { input },
          said,
        );
        if (answer.message !== undefined) throw new Problem(answer.message, exits.failed);
        console.log(`${activate} is active.`);
        return;
      }
      const { policyVersions } = await client.query<{ policyVersions: Version[] }>(LIST, {}, said);
      for (const line of policyVersions.flatMap(linesOf)) console.log(line);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({ flags: '--activate <hash>', description: 'Activates those with this hash.' })
  parseActivate(text: string): string {
    if (/^[0-9a-f]{64}$/u.test(text)) return text;
    throw badOption(`--activate is ${text}: write the hash that \`tavolo policies\` prints.`);
  }
}

function linesOf({ hash, active, activatedAt, policies }: Version): readonly string[] {
  const since = activatedAt === null ? 'never activated' : `since ${activatedAt}`;
  const head = `${hash}  ${since}${active ? ', active' : ''}`;
  if (!active && activatedAt !== null) return [head];
  return [head, ...policies.map(({ id, sentence }) => `  ${id}: ${sentence}`)];
}
