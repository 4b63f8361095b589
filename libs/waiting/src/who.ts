/** Who can be waited for. What a person may do follows from the offices that they hold. */
export const whoKinds = [
  'person',
  'seat',
  'sitter',
  'chair',
  'secretary',
  'signers',
  'presidency',
  'board',
  'organisation',
  'lead',
  'authority',
  'process',
] as const;

/** What kind of answer it is to "who". */
export type WhoKind = (typeof whoKinds)[number];

/** Kinds of act that bind an organisation: a signatory is empowered for some of them (PA-5). */
export const powers = ['agreement', 'membership', 'plan', 'protocol'] as const;

/** What must be covered by the power of who acts for an organisation. */
export type Power = (typeof powers)[number];

/**
 * Somebody by what they hold, never by name: who holds it is a question of the day. `local` is the
 * seat of a board, or the power that acting for an organisation takes; `cents` is the amount at
 * stake, where the power of a signatory may be limited.
 */
export type Who = Readonly<{
  kind: WhoKind;
  ref: string;
  local?: string;
  cents?: number;
}>;

/** A person, where the facts name one: a procedure officer, somebody who was present. */
export const person = (ref: string): Who => ({ kind: 'person', ref });
/** Who holds a seat of a board. */
export const seat = (board: string, id: string): Who => ({ kind: 'seat', ref: board, local: id });
/** Who may sit for a seat of a board: who holds it, or its alternate. */
export const sitter = (board: string, id: string): Who => ({
  ...{ kind: 'sitter', ref: board, local: id },
});
/** Who chairs a board. */
export const chair = (board: string): Who => ({ kind: 'chair', ref: board });
/** The secretary of a board. */
export const secretary = (board: string): Who => ({ kind: 'secretary', ref: board });
/** Chair or secretary of a board: one of them signs. */
export const signers = (board: string): Who => ({ kind: 'signers', ref: board });
/** Chair, vice chair or secretary of a board: one of them conducts. */
export const presidency = (board: string): Who => ({ kind: 'presidency', ref: board });
/** The body as a whole: whoever has a seat in it. */
export const body = (board: string): Who => ({ kind: 'board', ref: board });
/** An organisation, by somebody with the power for such an act. */
export function organisation(partner: string, power: Power, cents?: number): Who {
  return {
    kind: 'organisation',
    ref: partner,
    local: power,
    ...(cents !== undefined && { cents }),
  };
}
/** The organisation that leads a network at the time. */
export const lead = (network: string, power: Power): Who => ({
  ...{ kind: 'lead', ref: network, local: power },
});
/** The body whose installation this is: verifies, appraises, runs the calls. */
export const authority: Who = { kind: 'authority', ref: 'instance-tavolo' };
/** Nobody: it happens by itself, at its time or after a step of the machine. */
export const process = (name: string): Who => ({ kind: 'process', ref: name });

/** One text for one "who": what the rows are found by. */
export function keyOf({ kind, ref, local }: Who): string {
  return `${kind}:${ref}${local === undefined ? '' : `#${local}`}`;
}

/** Who a key stands for. @throws RangeError for what is no key */
export function whoOf(key: string): Who {
  const [, kind, ref, local] = /^([a-z]+):([^#]+)(?:#(.+))?$/u.exec(key) ?? [];
  if (kind === undefined || ref === undefined) throw new RangeError(`${key} stands for nobody`);
  return { kind: kind as WhoKind, ref, ...(local !== undefined && { local }) };
}
