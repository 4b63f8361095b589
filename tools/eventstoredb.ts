import { spawnSync } from 'node:child_process';
import { EventStoreDBClient } from '@eventstore/db-client';

// npm run test:eventstoredb: contract and journeys on the server of TAVOLO_TEST_EVENTSTOREDB.

const { TAVOLO_TEST_EVENTSTOREDB: connectionString } = process.env;

/** What there is to say before any test runs; null for a server that answers. */
async function missing(): Promise<string | null> {
  if (connectionString === undefined) {
    return "No server was named, so nothing was tested: TAVOLO_TEST_EVENTSTOREDB='esdb://127.0.0.1:2113?tls=false' npm run test:eventstoredb";
  }
  try {
    const client = EventStoreDBClient.connectionString(connectionString);
    await client.getStreamMetadata('$all');
    await client.dispose();
    return null;
  } catch (error) {
    return `Nothing was tested: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const sentence = await missing();
if (sentence !== null) {
  console.error(sentence);
  process.exit(2);
}
// A server elsewhere, with a log that others fill too, is slow and not wrong.
const patience = ['--maxWorkers=1', '--testTimeout=900000'];
const words = ['run', '--silent', 'jest', '--', 'test/eventstoredb', ...patience];
process.exitCode = spawnSync('npm', words, { stdio: 'inherit' }).status ?? 1;
