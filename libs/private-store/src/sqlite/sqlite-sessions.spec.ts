import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { describeSessionsContract } from '../kept-sessions.contract.js';
import { SqliteSessions } from './sqlite-sessions.js';

describe('the sessions in a file', () => {
  const folders: string[] = [];
  const opened: SqliteSessions[] = [];
  const open = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-'));
    folders.push(folder);
    const sessions = SqliteSessions.open(folder);
    opened.push(sessions);
    return { folder, sessions };
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((sessions) => sessions.close()));
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  describeSessionsContract(async () => (await open()).sessions);

  it('outlive the process, and are readable by their owner’s user alone', async () => {
    const { folder, sessions } = await open();
    const at = '2026-11-27T10:00:00.000Z' as Instant;
    const session = {
      ...{ id: 'a', tokenSha256: 'a'.repeat(64) as Sha256, person: 'person-a' as PersonRef },
      ...{ issuer: 'https://issuer.example', assurance: 'low', authenticatedAt: at },
      ...{ createdAt: at, seenAt: at },
    };
    await sessions.add(session);
    await sessions.close();
    const again = SqliteSessions.open(folder);
    opened.push(again);
    expect(await again.find(session.tokenSha256)).toStrictEqual(session);
    expect((await stat(join(folder, 'sessions.db'))).mode & 0o077).toBe(0);
  });
});
