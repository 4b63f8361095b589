import { rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Copies a read model while others read and write it: as it stood at one commit, checkpoint and
 * rows together. The copying is done off this thread.
 */
export async function copyReadModel(from: string, to: string): Promise<void> {
  const db = new DatabaseSync(from, { readOnly: true });
  try {
    // From its first read on a transaction sees one commit: a batch written meanwhile would else
    // begin the copy anew, on a busy day for ever.
    db.exec('BEGIN');
    db.prepare('SELECT position FROM checkpoint').get();
    await backup(db, to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    db.close();
  }
}
