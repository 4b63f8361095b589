import { LoginDemands, Realm } from '@tavolo/access';
import { Transactions } from '@tavolo/command';
import { ReadModel } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { registerLoginDemands } from './application/login-demands.js';
import type { BoardsOver } from './application/login-demands.js';
import { boardTable } from './read-model/board.rows.js';

/** Where an object lies, and its own facts. */
@Injectable()
export class AskedOfBodies {
  constructor(
    readonly realm: Realm,
    readonly transactions: Transactions,
  ) {}
}

/** Tells the guard of acts of weight what bodies ask, with the boards that the read model lists. */
@Injectable()
export class DemandsOfBodies implements OnModuleInit {
  constructor(
    private readonly demands: LoginDemands,
    private readonly asked: AskedOfBodies,
    private readonly readModel: ReadModel,
  ) {}

  onModuleInit(): void {
    const { realm, transactions } = this.asked;
    const boardsOver: BoardsOver = (scopes) => this.#over(scopes);
    registerLoginDemands({ demands: this.demands, transactions, realm, boardsOver });
  }

  async #over(scopes: readonly string[] | null): Promise<readonly string[]> {
    const at = this.readModel.now();
    if (scopes === null) return await this.readModel.idsOf(boardTable, null, at);
    const levels = scopes.flatMap(
      (scope) => /^level-(?<level>\w+)$/u.exec(scope)?.groups?.level ?? [],
    );
    const found = await Promise.all([
      this.readModel.idsOf(boardTable, { column: 'network', values: scopes }, at),
      this.readModel.idsOf(boardTable, { column: 'plan', values: scopes }, at),
      this.readModel.idsOf(boardTable, { column: 'level', values: levels }, at),
    ]);
    return [...new Set(found.flat())];
  }
}
