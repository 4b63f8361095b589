import type { Act, Question } from '@tavolo/access';
import type { Mandate } from '@tavolo/command';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import type { Command } from './commands.js';
import type { Facts, Relation } from './facts.js';
import type { Inputs } from './inputs.js';
import { principalOf } from './reads.js';
import type { Reads } from './reads.js';

const INSTANCE = 'instance-tavolo';
/** What is not there yet. */
const FOUNDED = 'founded';

/** A command that somebody gives under a mandate. */
export type Try = Readonly<{
  command: Command;
  mandate: Mandate;
  /** Who says that it is theirs; null for who does not sign in. */
  person: string | null;
  input: Readonly<Record<string, unknown>>;
}>;

/** What should become of commands, by the rules written by hand. */
export class PlainOutcomes {
  constructor(private readonly parts: Readonly<{ facts: Facts; reads: Reads; inputs: Inputs }>) {}

  /** What a command is about, all that lies above it, and whether who acts leads what it founds. */
  aboutOf({ command, input }: Try): readonly string[] {
    const { act, category, founds, input: type } = command;
    if (act.on !== undefined) return this.parts.facts.chain([String(input[act.on])]);
    if (founds) {
      const under = (act.under ?? [])
        .map((field) => input[field])
        .filter((id) => typeof id === 'string');
      return [FOUNDED, ...this.parts.facts.chain(under.length > 0 ? under : [INSTANCE])];
    }
    if (['invitation', 'logins', 'policy'].includes(category)) return [INSTANCE];
    if (category === 'budget') return this.parts.facts.chain([String(input.plan)]);
    const field = Object.keys(type.getFields()).find((name) =>
      this.parts.inputs.names(type, name, `${category}-00000000-0000-4000-8000-000000000001`),
    );
    return this.parts.facts.chain([String(input[field ?? ''])]);
  }

  /** What should become of it: nobody acts without a login, and what is not there is nobody's. */
  outcomeFor(one: Try): string {
    const { command, mandate, person } = one;
    if (person === null) return 'nobody';
    if (this.isAllowed(one)) return 'past';
    // The mandate is looked at first, and no mandate of an auditor goes further.
    if (person !== mandate.person || mandate.kind === 'auditor' || command.founds) return 'kept';
    const [object = ''] = this.aboutOf(one);
    return this.parts.facts.row(object) && !this.parts.reads.isThere(object, person)
      ? 'hidden'
      : 'kept';
  }

  /** What the rules written by hand say of it. */
  isAllowed(one: Try): boolean {
    const { command, mandate, person, input } = one;
    if (person !== mandate.person) return false;
    const { act } = command;
    const about = this.aboutOf(one);
    const [id = '', ...above] = about;
    const question: Question = {
      ...{ principal: principalOf(mandate.person), action: act.action },
      resource: { id, above },
      standing: {
        mandate: mandate.kind === 'founder' ? 'administrator' : mandate.kind,
        forOneself: input.person === mandate.person,
        at: this.#withFounded(act, { mandate, input, isAlone: about.length === 2 }),
      },
    };
    return plainlyAllowed(question);
  }

  /** How what it is about lies to the mandate; what is founded lies below what it is founded under. */
  relationOf(one: Try): Relation {
    const [object, above] = this.aboutOf(one);
    return this.parts.facts.relation(one.mandate, (object === FOUNDED ? above : object) ?? '');
  }

  /** The roles of a mandate, and at what the command founds. */
  #withFounded(
    { ledBy, openAlone }: Act,
    { mandate, input, isAlone }: Pick<Try, 'input' | 'mandate'> & { isAlone: boolean },
  ): Question['standing']['at'] {
    const { lead = [], party = [], ...at } = this.parts.facts.at(mandate);
    const { organisation } = mandate;
    const leads = ledBy !== undefined && input[ledBy] === organisation;
    const isOpen = openAlone === true && isAlone && organisation !== null;
    const founded = (is: boolean) => (is ? [FOUNDED] : []);
    return { ...at, lead: [...lead, ...founded(leads)], party: [...party, ...founded(isOpen)] };
  }
}
