import type { Body } from './cast.js';
import type { Persona, Story } from './story.js';

/** Who is to sit in a board: an invented person, for a body or for nobody. */
export interface Sitter {
  readonly name: string;
  readonly category: string;
  readonly organisation?: Body;
}

/** A board of the story, before anything of it is done; the first sitter is its chair. */
export interface NewBoard {
  readonly as: Persona;
  readonly name: string;
  readonly nameEn: string;
  readonly plan: string;
  readonly network: string;
  /** What it begins with: one of the presets, or a rulebook of its own. */
  readonly rules:
    | Readonly<{ preset: 'ITALIAN_COLLEGIAL_BODY' | 'STEERING_COMMITTEE' }>
    | Readonly<{ rulebook: object }>;
  readonly termUntil: string;
  readonly sitters: readonly Sitter[];
  readonly secretary: string;
}

/** A seat and who holds it. */
export interface Seat {
  readonly seat: string;
  readonly holder: Persona;
}

/** A board that can sit. */
export interface Board {
  readonly id: string;
  readonly name: string;
  /** In the order in which they were filled. */
  readonly seats: readonly Seat[];
  readonly chair: Persona;
  readonly secretary: Persona;
}

/** Establishes a board with all its seats filled, its chair and its secretary (GB-7, GB-8). */
export async function establishBoard(story: Story, founding: NewBoard): Promise<Board> {
  const { as, name, nameEn, plan, network, rules, termUntil, sitters } = founding;
  const terms = { name, nameEn, plan, network, ...rules, termUntil, source: 'SYNTHETIC' };
  const established = { ...terms, level: 'REGION', seats: sitters.length };
  const reason = `${name}: istituzione`;
  const { stream: board } = await story.decreed(as, 'establishBoard', { ...established, reason });
  const office = { board, from: story.today, until: termUntil };
  const seats: Seat[] = [];
  for (const { name: holder, category, organisation } of sitters) {
    const person = await story.person(holder);
    const seat = await story.added(as, 'designateMember', {
      ...{ board, category, person },
      ...(organisation !== undefined && { organisation: organisation.id }),
    });
    await story.decreed(as, 'appointMember', { ...office, seat, reason: `${holder}: nomina` });
    seats.push({ seat, holder: { person, mandate: `${board}#${seat}`, name: holder } });
  }
  const [first] = seats;
  if (!first) throw new Error('a board has seats');
  const chairing = { ...office, seat: first.seat, reason: `${first.holder.name}: presidenza` };
  await story.decreed(as, 'appointChair', chairing);
  const person = await story.person(founding.secretary);
  const keeping = { ...office, person, reason: `${founding.secretary}: segreteria` };
  await story.decreed(as, 'appointSecretary', keeping);
  const chair = { ...first.holder, mandate: `${board}#chair-1` };
  const secretary = { person, mandate: `${board}#secretary-1`, name: founding.secretary };
  return { id: board, name, seats, chair, secretary };
}
