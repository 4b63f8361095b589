import type { Tongue } from '@tavolo/demo';
import { Command, Option } from 'nest-commander';
import { actorOf, clientOf } from './acting.js';
import { AskingCommand } from './asking-command.js';
import type { AskingOptions } from './asking-command.js';
import { dayIn } from './day.js';
import { badOption, exits, Problem } from './problem.js';
import { asProblem } from './server-url.js';

interface ExplainOptions extends AskingOptions {
  readonly mandate?: string;
  readonly person?: string;
  readonly on?: string;
}

type Policy = Readonly<{ id: string; sentence: string }>;
type Fact = Readonly<{ sentence: string; stream: string | null; revision: number | null }>;
type Mandate = Readonly<{
  mandate: string;
  allowed: boolean;
  refusal: { readonly rule: string; readonly message: string } | null;
  policies: readonly Policy[];
  facts: readonly Fact[];
}>;
type Explained = Readonly<{
  message?: string;
  allowed: boolean;
  action: string;
  object: string;
  on: string;
  policyHash: string;
  mandates: readonly Mandate[];
  permitting: readonly Policy[];
}>;

const ASK = `query ($act: String!, $object: ID, $mandate: ID, $person: ID, $on: LocalDate) {
  explanation(act: $act, object: $object, mandate: $mandate, person: $person, on: $on) {
    ... on Refusal { message }
    ... on Explanation { allowed action object on policyHash
      mandates { mandate allowed refusal { rule message } policies { id sentence }
        facts { sentence stream revision } }
      permitting { id sentence } } } }`;

const words = {
  it: {
    ...{ yes: 'Consentito', no: 'Non consentito', by: 'per', facts: 'In base a' },
    ...{ would: 'Può chi rientra in', none: 'Non risulta nessun mandato di questa persona.' },
    ...{ on: 'il', policies: 'regole di accesso' },
  },
  en: {
    ...{ yes: 'Allowed', no: 'Not allowed', by: 'by', facts: 'Resting on' },
    ...{ would: 'Who may is in', none: 'No mandate of this person is known.' },
    ...{ on: 'on', policies: 'policies' },
  },
} as const;

/** Says why somebody may or may not do something; it ends well either way. */
@Command({
  name: 'explain',
  arguments: '<act> [object]',
  description: 'Why a person or a mandate may or may not do an act (the name of its mutation).',
})
export class ExplainCommand extends AskingCommand {
  override async run([act, object]: string[], options: ExplainOptions): Promise<void> {
    const { url, locale, ...about } = options;
    const client = clientOf(url);
    try {
      // Whoever looks at it from the server's own machine is the founder, unless a token says who.
      const { as } = await actorOf(client, {});
      const variables = { act, object: object ?? null, ...about };
      const said = { ...as, locale };
      const { explanation } = await client.query<{ explanation: Explained }>(ASK, variables, said);
      if (explanation.message !== undefined) throw new Problem(explanation.message, exits.failed);
      for (const line of linesOf(explanation, locale)) console.log(line);
    } catch (error) {
      throw asProblem(error);
    }
  }

  @Option({ flags: '--mandate <ref>', description: 'Under which mandate; each of the person’s.' })
  parseMandate(text: string): string {
    if (/^[a-z]+-[\w-]{1,80}#[\w-]{1,80}$/u.test(text)) return text;
    throw badOption(`--mandate is ${text}: write it as <stream>#<id>.`);
  }

  @Option({ flags: '--person <id>', description: 'Who; without it and --mandate the founder.' })
  parsePerson(text: string): string {
    return text;
  }

  @Option({ flags: '--on <day>', description: 'On which day (2026-11-27); today without it.' })
  parseOn(text: string): string {
    return dayIn('--on', text);
  }
}

function linesOf(explained: Explained, locale: Tongue): readonly string[] {
  const { yes, no, would, none, on, policies: rules } = words[locale];
  const { allowed, action, object, permitting, mandates, policyHash } = explained;
  return [
    `${allowed ? yes : no}: ${action} · ${object} (${on} ${explained.on}, ${rules} ${policyHash.slice(0, 12)}).`,
    ...(mandates.length === 0 ? [none] : mandates.flatMap((one) => linesOfMandate(one, locale))),
    ...(allowed ? [] : [`${would}:`, ...permitting.map(lineOfPolicy)]),
  ];
}

function linesOfMandate(
  { mandate, allowed, refusal, policies, facts }: Mandate,
  locale: Tongue,
): readonly string[] {
  const { yes, no, by, facts: restingOn } = words[locale];
  const why = refusal ? ` ${refusal.rule}: ${refusal.message}` : ` ${by}:`;
  return [
    `${mandate}: ${allowed ? yes : no}.${why}`,
    ...policies.map(lineOfPolicy),
    `  ${restingOn}:`,
    ...facts.map(({ sentence, stream, revision }) => {
      const read = stream === null ? '' : ` [${stream} @${String(revision ?? 0)}]`;
      return `    ${sentence}${read}`;
    }),
  ];
}

function lineOfPolicy({ id, sentence }: Policy): string {
  return `  ${id}: ${sentence}`;
}
