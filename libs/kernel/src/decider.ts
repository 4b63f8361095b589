import type { Json } from './message.js';

/** The number of a rule in the catalogue of rules: `A-1`, `GB-2`, `X-11`. */
export type RuleId = `${'PA' | 'N' | 'A' | 'PL' | 'GB' | 'D' | 'B' | 'X'}-${number}`;

/** One thing a rule keeps out, with its sentence. `{name}` in a sentence is filled from the details. */
export type Rule = Readonly<{ rule: RuleId; code: string; it: string; en: string }>;

export type Details = Readonly<Record<string, Json>>;

/** A command that a rule kept out: a value, never an exception. */
export type Refusal = Rule & Readonly<{ details: Details }>;

export type Decision<Event> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/**
 * The whole of an aggregate: its state before anything happened, what a command leads to,
 * and what a fact changes. Both functions are pure and total; the state holds only what
 * `decide` reads. `isContent` tells facts that edit content, for X-8: a command that
 * edits what its sender has not seen is refused.
 */
export interface Decider<State, Command, Event> {
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Decision<Event>;
  readonly evolve: (state: State, event: Event) => State;
  readonly isContent?: (event: Event) => boolean;
}

/** Accepts a command: these facts, in this order, in one append. */
export function accept<const Events extends readonly unknown[]>(
  ...events: Events
): Decision<Events[number]> {
  return { outcome: 'accepted', events };
}

/** Refuses a command by a rule of the aggregate's catalogue. */
export function refuse(rule: Rule, details: Details = {}): Decision<never> {
  return { outcome: 'refused', refusal: { ...rule, details } };
}

/** What a dry run tells by a rule of a catalogue: one warning where it applies, else none. */
export function warnings(rule: Rule, applies: boolean, details: Details = {}): readonly Refusal[] {
  return applies ? [{ ...rule, details }] : [];
}

/** The rules of a catalogue, each by its code. */
export type Catalogue<Code extends string> = Readonly<{
  [C in Code]: Rule & Readonly<{ code: C }>;
}>;

/**
 * A catalogue of rules: code to `[rule number, Italian sentence, English sentence]`.
 * Read top to bottom it is the specification of its aggregate.
 */
export function rules<const Code extends string>(
  catalogue: Readonly<Record<Code, readonly [RuleId, string, string]>>,
): Catalogue<Code> {
  const entries = Object.entries<readonly [RuleId, string, string]>(catalogue);
  return Object.fromEntries(
    entries.map(([code, [rule, it, en]]) => [code, { rule, code, it, en }]),
  ) as Catalogue<Code>;
}
