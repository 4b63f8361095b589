import { boardLevels } from '../contract/index.js';
import type { BoardId, BoardLevel, DecisionId, DecisionSubject } from '../contract/index.js';
import type { EarlierOnTable, EndedOnTable } from '../domain/decision.commands.js';
import type { DecisionState } from '../domain/decision.state.js';
import { majoritiesOf } from '../domain/earlier-majority.js';
import type { CountingRules, EarlierMajority } from '../domain/earlier-majority.js';
import { comesBack } from '../domain/vote.matter.js';
import { boards, decisions, procedures, sittings } from './aggregates.js';
import type { BoardsPorts, Read } from './ports.js';

/** An earlier decision, as another that is about it finds it (D-8). */
export class EarlierGrounds {
  constructor(private readonly context: BoardsPorts) {}

  /** Where it stands, and whether the body is the same or a higher one. */
  async standing(id: DecisionId, board: BoardId): Promise<Read<EndedOnTable>> {
    const { transactions } = this.context.ports;
    const loaded = await transactions.load(decisions, id);
    const status = loaded?.state.status ?? null;
    if (!loaded || status === null) return { found: null, basis: [] };
    const [mine, theirs] = await Promise.all(
      [board, loaded.state.board].map((one) => transactions.load(boards, one)),
    );
    const sameBody = board === loaded.state.board;
    const { later } = loaded.state;
    const sameOrHigher = sameBody || rankOf(mine?.state.level) < rankOf(theirs?.state.level);
    const bodies = sameBody || !theirs ? [] : [theirs.basis];
    return { found: { status, sameOrHigher, sameBody, later }, basis: [loaded.basis, ...bodies] };
  }

  /** For the vote on a decision: the earlier one it is about, and what that one was voted with. */
  async onTable(
    subject: DecisionSubject | undefined,
    board: BoardId,
  ): Promise<Read<EarlierOnTable>> {
    if (subject === undefined || !('decision' in subject)) return { found: null, basis: [] };
    const { found, basis } = await this.standing(subject.decision, board);
    if (!found) return { found, basis };
    const isAsked = comesBack(subject) && found.sameBody === true;
    const voted = isAsked ? await this.#votedWith(subject.decision) : nothing;
    return {
      found: { ...found, alsoNeeded: voted.found ?? [] },
      basis: [...basis, ...voted.basis],
    };
  }

  /**
   * Read from the stream of its vote. What its chair decided alone has no majority of its own:
   * it has that of the vote by which the body ratified it, once it did.
   */
  async #votedWith(id: DecisionId): Promise<Read<readonly EarlierMajority[]>> {
    const loaded = await this.context.ports.transactions.load(decisions, id);
    if (!loaded) return nothing;
    const { urgent } = loaded.state.later;
    if (!urgent) return await this.#rulesOf(id, loaded.state);
    const { ratifiedBy } = urgent;
    const ratifying =
      ratifiedBy && (await this.context.ports.transactions.load(decisions, ratifiedBy));
    if (!ratifying) return nothing;
    const { found, basis } = await this.#rulesOf(id, ratifying.state);
    return { found, basis: [ratifying.basis, ...basis] };
  }

  async #rulesOf(id: DecisionId, { vote }: DecisionState) {
    const { transactions } = this.context.ports;
    if (!vote) return nothing;
    if ('procedure' in vote) {
      const procedure = await transactions.load(procedures, vote.procedure);
      return procedure ? readOf(id, procedure.state.rulebook, procedure.basis) : nothing;
    }
    const sitting = await transactions.load(sittings, vote.sitting);
    const result = sitting?.state.items.find((one) => one.id === vote.item)?.result;
    return sitting && result?.rules ? readOf(id, result.rules, sitting.basis) : nothing;
  }
}

const nothing = { found: null, basis: [] } as const;

function readOf(id: DecisionId, rules: CountingRules, basis: Read<never>['basis'][number]) {
  return { found: majoritiesOf(id, rules), basis: [basis] };
}

/** The highest level first; a body that is not known is below all. */
function rankOf(level: BoardLevel | null | undefined): number {
  return level ? boardLevels.indexOf(level) : boardLevels.length;
}
