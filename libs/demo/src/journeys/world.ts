import { randomBytes, randomInt } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { say } from '../narration.js';
import type { Persona, Words } from '../narration.js';
import { StoryBroken } from '../stage.js';
import type { Actor, Stage } from '../stage.js';

/** An organisation of a story, with who acts for it. */
export type Organisation = Readonly<{
  id: string;
  name: string;
  kind: string;
  /** Its legal representative. */
  head: Persona;
}>;

const GIVEN = [
  ...['Aurora', 'Bruno', 'Clelia', 'Dario', 'Elvira', 'Fausto', 'Ginevra', 'Ivo', 'Livia'],
  ...['Marzio', 'Noemi', 'Orazio', 'Petra', 'Quinto', 'Rosalba', 'Saverio', 'Tullia', 'Ugo'],
] as const;
const FAMILY = ['Esempio', 'Prova', 'Inventato', 'Campione', 'Fittizio'] as const;

/**
 * What a story has of its own, so that it can be played again on any data: names, numbers and
 * codes that no other story uses. Its day is the server's, for acts are of today.
 */
export class World {
  /** Told apart from every other story by this. */
  readonly tag = randomBytes(3).toString('hex').toUpperCase();
  readonly regionCode = `IT${letters(8)}`;
  #persons = 0;
  #numbers = 0;

  private constructor(
    readonly stage: Stage,
    readonly founder: Persona,
    readonly zone: string,
  ) {}

  static async open(stage: Stage): Promise<World> {
    const { instance } = await stage.ask<Instance>(
      '{ instance { zone founderMandate founder { id name } } }',
    );
    const founder: Persona = {
      name: instance.founder.name ?? 'Fondatore / Founder',
      role: say('chi ha aperto questa istanza', 'who opened this instance'),
      person: instance.founder.id,
      mandate: instance.founderMandate,
    };
    return new World(stage, founder, instance.zone);
  }

  /** A day so many days from today, where the body sits. */
  day(offset = 0): string {
    return Temporal.Now.plainDateISO(this.zone).add({ days: offset }).toString();
  }

  now(): string {
    return new Date().toISOString();
  }

  by(persona: Persona): Actor {
    return this.stage.by(persona);
  }

  /** An invented name, different from the others of the story. */
  nextName(): string {
    const index = this.#persons++;
    const given = GIVEN[index % GIVEN.length] ?? GIVEN[0];
    const family = FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length] ?? FAMILY[0];
    return `${given} ${family}`;
  }

  /** A number of a protocol or register, different from the others. */
  nextNumber(): string {
    this.#numbers += 1;
    return `${this.tag}/${String(this.#numbers)}`;
  }

  /** Somebody who is known and holds no mandate yet. */
  async person(role: Words): Promise<Persona> {
    return await this.by(this.founder).registers(this.nextName(), role);
  }
}

interface Instance {
  readonly instance: {
    readonly zone: string;
    readonly founderMandate: string;
    readonly founder: { readonly id: string; readonly name: string | null };
  };
}

/** The same persona under a mandate. */
export function under(persona: Persona, mandate: string): Persona {
  return { ...persona, mandate };
}

/** An entry of a list that the story knows is there. */
export function the<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new StoryBroken(`${what} is not there`);
  return found;
}

/** Eleven digits, as the tax code of an organisation has them. */
export function inventedTaxCode(): string {
  return `9${String(randomInt(10 ** 10)).padStart(10, '0')}`;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => String.fromCodePoint(65 + randomInt(26))).join('');
}
