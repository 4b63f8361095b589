import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

export type Values = Record<string, SQLInputValue>;
export type Found = Record<string, SQLOutputValue>;

/** Statements of one connection, each prepared once. `executed` counts what a request cost. */
export class Statements {
  executed = 0;
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Runs a writing statement; answers how many rows it changed. */
  run(sql: string, values: Values = {}): number {
    return Number(this.#statement(sql).run(values).changes);
  }

  /** Inserts a row; answers its rowid. */
  insert(sql: string, values: Values): number {
    return Number(this.#statement(sql).run(values).lastInsertRowid);
  }

  get(sql: string, values: Values = {}): Found | null {
    return this.#statement(sql).get(values) ?? null;
  }

  all(sql: string, values: Values = {}): readonly Found[] {
    return this.#statement(sql).all(values);
  }

  #statement(sql: string): StatementSync {
    this.executed += 1;
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
