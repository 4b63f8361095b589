import type { JsonObject } from '@tavolo/event-store';
import type { Assurance } from '../identity/claim-mapping.js';

/** What a body asks of the login of who acts. */
export type LoginDemand = Readonly<{
  /** The level, at least. */
  assurance: Assurance;
  /** So many minutes ago, at the most, the person proved who they are; null: at any time. */
  withinMinutes: number | null;
}>;

/** What the body asks that an act is given in; null where it asks for nothing. */
export type DemandOf = (
  act: Readonly<{ target: string; data: JsonObject }>,
) => Promise<LoginDemand | null>;

/** Which body asks what of a login: each context says it for the streams that it owns. */
export class LoginDemands {
  readonly #sources = new Map<string, DemandOf>();

  /** Called once for a category of streams. */
  register(category: string, demandOf: DemandOf): void {
    this.#sources.set(category, demandOf);
  }

  /** Those for which somebody says it. */
  get categories(): readonly string[] {
    return [...this.#sources.keys()];
  }

  /** What is asked for an act of weight. */
  async of(
    category: string,
    act: Readonly<{ target: string; data: JsonObject }>,
  ): Promise<LoginDemand | null> {
    return (await this.#sources.get(category)?.(act)) ?? null;
  }
}
