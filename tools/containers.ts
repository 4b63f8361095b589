import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

// npm run test:containers: contract, journeys and restart on EventStoreDB in containers, one node
// and three, of which the leader is stopped in the middle of a journey.

const { DOCKER_HOST: host = 'unix:///var/run/docker.sock' } = process.env;

/** Whether something listens where Docker should. */
async function isThere(): Promise<boolean> {
  const { protocol, hostname, port, pathname } = new URL(host);
  const socket =
    protocol === 'unix:' ? connect(pathname) : connect(Number(port || '2375'), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

if (!(await isThere())) {
  console.error(
    `No Docker engine answers at ${host}, so nothing was tested: start one, or name it in DOCKER_HOST. · Nessun motore Docker risponde: non è stato provato nulla.`,
  );
  process.exit(2);
}
// A server elsewhere, with a log that others fill too, is slow and not wrong.
const patience = ['--maxWorkers=1', '--testTimeout=900000'];
const words = ['run', '--silent', 'jest', '--', 'test/containers', ...patience];
process.exitCode = spawnSync('npm', words, { stdio: 'inherit' }).status ?? 1;
