import { levelScope, Realm } from '@tavolo/access';
import type { GovernedKind, Place } from '@tavolo/access';
import { Transactions } from '@tavolo/command';
import type { Aggregate, AnyEvent } from '@tavolo/command';
import type { Command } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { boards, decisions, procedures, routeDefinitions, routes, sittings } from './aggregates.js';
import {
  boardActs,
  decisionActs,
  definitionActs,
  procedureActs,
  routeActs,
  sittingActs,
} from './boards.acts.js';

/** What the policies are asked about boards and what lies below them. */
@Injectable()
export class BoardsRealm implements OnModuleInit {
  constructor(
    private readonly realm: Realm,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    const place = (id: string) => this.#board(id);
    this.realm.governs({ category: 'board', acts: boardActs, place });
    this.#governs(sittings, sittingActs);
    this.#governs(procedures, procedureActs);
    this.#governs(decisions, decisionActs);
    this.#governs(routeDefinitions, definitionActs);
    this.#governs(routes, routeActs);
  }

  /** What lies below a board: sittings, procedures, decisions, routes and their definitions. */
  #governs<S extends OfBoard, C extends Command<string, object>, E extends AnyEvent>(
    kind: Aggregate<S, C, E>,
    acts: GovernedKind['acts'],
  ): void {
    const place = async (id: string): Promise<Place | null> => {
      const found = await this.transactions.load(kind, id);
      const board = found?.state.board;
      return found && board ? { above: [board], basis: found.basis } : null;
    };
    this.realm.governs({ category: kind.category, acts, place });
  }

  async #board(id: string): Promise<Place | null> {
    const found = await this.transactions.load(boards, id);
    if (found?.state.level == null) return null;
    const { level, network, plan } = found.state;
    const within = [network, plan].filter((each) => each !== null);
    return { above: [levelScope(level), ...within], basis: found.basis };
  }
}

interface OfBoard {
  readonly board: string | null;
}
