import type { DatabaseSync } from 'node:sqlite';
import type { AccountBinding, HeldAccount } from '../private-store.js';
import { HELD_ACCOUNTS, heldAccountFrom } from '../rows.js';
import { inTransaction } from './private-database.js';

/** Whose the login is; null where it is nobody's. */
export function holderOf(db: DatabaseSync, account: string): HeldAccount | null {
  const row = db.prepare(`${HELD_ACCOUNTS} WHERE account = ?`).get(account);
  return row ? heldAccountFrom(row) : null;
}

/** Whether a login of this generation, or a later one, is the person's. */
export function hasAccount(db: DatabaseSync, { person, generation }: HeldAccount): boolean {
  const sql = `${HELD_ACCOUNTS} WHERE person = ? AND coalesce(generation, 0) >= ? LIMIT 1`;
  return db.prepare(sql).get(person, generation) !== undefined;
}

/** `PrivateStore.bindAccount`: what it looks at stays so while it writes. */
export function bindAccount(db: DatabaseSync, binding: AccountBinding): HeldAccount | null {
  const { account, person, generation, isFirst } = binding;
  return inTransaction(db, () => {
    const holder = holderOf(db, account);
    if (holder) return holder;
    if (isFirst && hasAccount(db, binding)) return null;
    db.prepare('INSERT INTO accounts VALUES (?, ?)').run(account, person);
    // A login of the first generation lies as it always did.
    if (generation > 0) {
      db.prepare('INSERT INTO account_generations VALUES (?, ?)').run(account, generation);
    }
    return { person, generation };
  });
}

/** `PrivateStore.moveAccount`. */
export function moveAccount(db: DatabaseSync, from: string, to: string): void {
  inTransaction(db, () => {
    const isFree = holderOf(db, to) === null;
    for (const table of ['accounts', 'account_generations']) {
      const move = `UPDATE ${table} SET account = ? WHERE account = ?`;
      if (isFree) db.prepare(move).run(to, from);
      db.prepare(`DELETE FROM ${table} WHERE account = ?`).run(from);
    }
  });
}
