import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';

/** A server of PostgreSQL on which tests make databases of their own. */
export interface PostgresServer {
  /** The connection string of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends it at once, as a machine that fails. @throws Error for a server that was given */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Debian keeps the server's programs beside the path. */
const FOLDERS = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
];
const programs = FOLDERS.find((folder) => existsSync(join(folder, 'initdb')));
const given = process.env.TAVOLO_TEST_POSTGRES;

/** Whether there is a server to be had: one that was named, or programs to start one with. */
export const hasPostgres = given !== undefined || programs !== undefined;
/** Whether it is one that may be crashed. */
export const mayCrash = given === undefined && hasPostgres;

/** The server of TAVOLO_TEST_POSTGRES, else a throw-away one. */
export async function startPostgres(): Promise<PostgresServer> {
  return given === undefined ? await thrownAway(programs ?? '') : databasesOf(given);
}

async function thrownAway(folder: string): Promise<PostgresServer> {
  const user = ownUser();
  // What belongs to root cannot be entered by the server, which refuses to run as root.
  const place = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'tavolo-postgres-'));
  if (user) chownSync(place, user.uid, user.gid);
  const data = join(place, 'data');
  await promisify(execFile)(
    join(folder, 'initdb'),
    ['-D', data, '-U', 'tavolo', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C'],
    { ...user },
  );
  const settings = ['-k', place, '-h', '', '-F'];
  const child = spawn(join(folder, 'postgres'), ['-D', data, ...settings], {
    ...{ ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  });
  for await (const line of createInterface(child.stderr)) {
    if (line.includes('ready to accept connections')) break;
  }
  child.stderr.resume();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    ...databasesOf(`postgresql:///postgres?host=${place}&user=tavolo`),
    crash: () => end('SIGQUIT'),
    async stop() {
      await end('SIGQUIT');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function databasesOf(server: string): PostgresServer {
  let made = 0;
  return {
    async newDatabase() {
      const name = `tavolo_test_${String(process.pid)}_${String(++made)}`;
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
    crash: () => Promise.reject(new Error('the server is not ours to crash')),
    stop: () => Promise.resolve(),
  };
}

/** Whom root lets the server run as. */
function ownUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']).toString());
  return { uid: id('-u'), gid: id('-g') };
}
