import type { Act, Question } from '@tavolo/access';
import type { Mandate } from '@tavolo/command';
import { plainlyAllowed } from '../../libs/access/test/plain-rules.js';
import type { Command } from './commands.js';
import type { Facts } from './facts.js';
import type { Inputs } from './inputs.js';
import { principalOf } from './plain-reading.js';
import type { PlainReading } from './plain-reading.js';

const INSTANCE = 'instance-tavolo';
/** What is about the whole of it, though it has a stream of its own. */
const ofInstance = ['invitation', 'logins', 'policy'];
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
  constructor(
    private readonly parts: Readonly<{ facts: Facts; reading: PlainReading; inputs: Inputs }>,
  ) {}

  /**
   * The fields that say what a command is about, or under what it founds; none where that is the
   * instance.
   */
  aimsOf({ act, category, founds, input }: Command): readonly string[] {
    if (act.on !== undefined) return [act.on];
    if (founds) return act.under ?? [];
    if (ofInstance.includes(category)) return [];
    if (category === 'budget') return ['plan'];
    const some = `${category}-00000000-0000-4000-8000-000000000001`;
    const names = Object.keys(input.getFields());
    const named = names.find((name) => this.parts.inputs.names(input, name, some));
    if (named === undefined) throw new Error(`no field names a ${category}`);
    return [named];
  }

  /** What a command is about, and all that lies above it. */
  aboutOf({ command, input }: Pick<Try, 'command' | 'input'>): readonly string[] {
    const named = this.aimsOf(command).flatMap((field) => {
      const id = input[field];
      return typeof id === 'string' ? [id] : [];
    });
    const chain = this.parts.facts.chain(named.length > 0 ? named : [INSTANCE]);
    return command.founds ? [FOUNDED, ...chain] : chain;
  }

  /** What should become of it: nobody acts without a login, and what is not there is nobody's. */
  outcomeFor(one: Try): string {
    const { command, mandate, person } = one;
    if (person === null) return 'nobody';
    if (this.isAllowed(one)) return 'past';
    // The mandate is looked at first, and no mandate of an auditor goes further.
    if (person !== mandate.person || mandate.kind === 'auditor' || command.founds) return 'kept';
    const [object = ''] = this.aboutOf(one);
    return this.parts.facts.row(object) && !this.parts.reading.isThere(object, person)
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

  /**
   * Whether it names, beside what it is about, what is not there for who gives it: then the
   * decider is right to know nothing of that.
   */
  namesUnseen({ command, input, person }: Try): boolean {
    const aims = this.aimsOf(command);
    const { facts, reading } = this.parts;
    return idsIn(Object.entries(input).filter(([field]) => !aims.includes(field))).some(
      (id) => !facts.row(id) || !reading.isThere(id, person),
    );
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

/** What looks like the id of an object, at any depth; people are known to whoever acts. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^(?!person)[a-z]+-[\da-f]{8}-/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
