import { RequestFailed } from '@tavolo/demo';
import type { Tongue } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem, DEFAULT_URL, serverUrl } from './server-url.js';
import { TavoloCommand } from './tavolo-command.js';

interface InviteOptions {
  readonly url: string;
  readonly days: number;
  readonly locale: Tongue;
  readonly person?: string;
  readonly mandate?: string;
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
export class InviteCommand extends TavoloCommand {
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
      throw error instanceof RequestFailed
        ? new Problem(error.errors[0]?.message ?? error.message, exits.failed)
        : asProblem(error);
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

  @Option({ flags: '--url <url>', description: 'The server.', defaultValue: DEFAULT_URL })
  parseUrl(text: string): string {
    return serverUrl(text);
  }

  @Option({
    flags: '--person <id>',
    description: 'Who acts; without it the founder. With TAVOLO_TOKEN the token says who.',
  })
  parsePerson(text: string): string {
    return text;
  }

  @Option({ flags: '--mandate <ref>', description: 'Under which mandate.' })
  parseMandate(text: string): string {
    return text;
  }

  @Option({
    flags: '--locale <language>',
    description: 'Speaks Italian (it) or English (en).',
    defaultValue: 'it',
  })
  parseLocale(text: string): Tongue {
    if (text === 'it' || text === 'en') return text;
    throw badOption(`--locale is ${text}: write it or en.`);
  }
}

function wordsOf({ path, until, id = '' }: Answer, url: string): readonly string[] {
  if (path === undefined) return [`${id} is revoked: its link leads nowhere any more.`];
  return [
    new URL(path, url).href,
    `Good once, until ${until ?? ''}; shown this once. To take it back: npx tavolo invite --revoke ${id}`,
  ];
}
