import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { ActingCommand } from './acting-command.js';
import type { ActingOptions } from './acting-command.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

interface InviteOptions extends ActingOptions {
  readonly days: number;
  readonly revoke?: string;
}

type Answer = Readonly<{ path?: string; until?: string; id?: string; message?: string }>;

const INVITE = `mutation ($input: InviteToSignInInput!) { answer: inviteToSignIn(input: $input) {
  ... on SignInInvitation { id path until } ... on Refusal { message } } }`;
const REVOKE = `mutation ($input: RevokeSignInInvitationInput!) {
  answer: revokeSignInInvitation(input: $input) {
  ... on SignInInvitationEnded { id } ... on Refusal { message } } }`;

/** Makes a link for whoever holds a mandate, or takes it back. */
@Command({
  name: 'invite',
  arguments: '[mandate]',
  description: 'Makes the link by which who holds this mandate signs in the first time.',
})
export class InviteCommand extends ActingCommand {
  override async run([invited]: string[], options: InviteOptions): Promise<void> {
    const { url, days, locale, revoke } = options;
    if ((invited === undefined) === (revoke === undefined)) {
      throw badOption('Name the mandate of who is invited (<stream>#<id>), or --revoke <id>.');
    }
    const client = clientOf(url);
    try {
      const { as } = await actorOf(client, options);
      const [document, input] =
        revoke === undefined
          ? [INVITE, { mandate: invited, days }]
          : [REVOKE, { invitation: revoke }];
      const said = { ...as, locale };
      const { answer } = await client.query<{ answer: Answer }>(document, { input }, said);
      if (answer.message !== undefined) throw new Problem(answer.message, exits.failed);
      for (const line of wordsOf(answer, url)) console.log(line);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({
    flags: '--days <days>',
    description: 'For how many days it is good.',
    defaultValue: 14,
  })
  parseDays(text: string): number {
    const days = Number(text);
    if (/^\d+$/u.test(text) && days >= 1 && days <= 60) return days;
    throw badOption(`--days is ${text}: write a number from 1 to 60.`);
  }

  @Option({ flags: '--revoke <id>', description: 'Takes an invitation back instead.' })
  parseRevoke(text: string): string {
    return text;
  }
}

function wordsOf({ path, until, id = '' }: Answer, url: string): readonly string[] {
  if (path === undefined) return [`${id} is revoked: its link leads nowhere any more.`];
  return [
    new URL(path, url).href,
    `Good once, until ${until ?? ''}; shown this once. To take it back: npx tavolo invite --revoke ${id}`,
  ];
}
