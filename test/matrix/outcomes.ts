import { accessRules } from '@tavolo/access';
import { commonRules } from '@tavolo/command';
import type { Client } from '@tavolo/demo';
import type { Try } from './plain-outcomes.js';

/** How the door says that a mandate may not. */
const kept = [
  ...['AdministratorDecidesNothing', 'AuditorsWriteNothing', 'ForOneself', 'MandateUnknown'],
  ...['NotPermitted', 'Prohibited', 'ServiceDecidesNothing'],
];
/** What the decider is asked after: a command that fails at these was let through. */
const later = ['ContentMoved', 'RevisionUnknown'];
/** Every way in which a command is kept out before its decider is asked. */
const before = new Set(
  [...Object.keys(accessRules), ...Object.keys(commonRules), 'LoginTooOld', 'LoginTooWeak'].filter(
    (code) => !later.includes(code),
  ),
);

type Refused = Readonly<{ rule?: string | null; code?: string }>;

/** Gives commands over HTTP, and says what became of them. */
export class Outcomes {
  constructor(private readonly client: Client) {}

  /**
   * `nobody` signed in; `kept` by the policies; `hidden`, for it is not there for them; `past`: it
   * came to the decider, which refused it by a rule of its own, or to the log, which is closed.
   * Anything else in its own words.
   */
  async of({ command, mandate, person, input }: Try): Promise<string> {
    const { name, input: type } = command;
    const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) {
      __typename ... on Refusal { rule code } } }`;
    const as = person === null ? undefined : { person, mandate: mandate.ref };
    const { data, errors = [] } = await this.client.raw<Record<string, Refused>>(
      ...[query, { input }, as],
    );
    const code = data?.[name]?.code;
    if (code !== undefined) return ofRefusal(code);
    const [failed] = errors.map(({ extensions = {} }) => (extensions as { code?: string }).code);
    if (failed === 'UNAUTHENTICATED') return 'nobody';
    return failed === CLOSED ? 'past' : JSON.stringify({ data, errors });
  }
}

/** What the door answers where the log fails in a way that nobody foresaw. */
const CLOSED = 'INTERNAL_SERVER_ERROR';

function ofRefusal(code: string): string {
  if (code === 'Unknown') return 'hidden';
  if (kept.includes(code)) return 'kept';
  return before.has(code) ? code : 'past';
}
