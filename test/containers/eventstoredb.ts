import { readFileSync } from 'node:fs';
import { GenericContainer, Network, Wait } from 'testcontainers';
import type { StartedNetwork, StartedTestContainer } from 'testcontainers';
import { parse } from 'yaml';
import { freePort } from '../free-port.js';

const PORT = 2113;
const STARTED_WITHIN_MS = 120_000;

type Compose = Readonly<{ services: Readonly<Record<string, Readonly<{ image: string }>>> }>;

/** The image of the file for tests: one version for all. */
function image(): string {
  const { services } = parse(readFileSync('docker-compose.test.yml', 'utf8')) as Compose;
  const found = services.eventstoredb?.image;
  if (found === undefined) throw new Error('docker-compose.test.yml names no eventstoredb');
  return found;
}

/** A node that listens on a port of this machine that it tells its clients. */
export type Node = Readonly<{ name: string; port: number; container: StartedTestContainer }>;

/** EventStoreDB in containers, without TLS and in memory. */
export class Containers {
  constructor(
    readonly nodes: readonly Node[],
    private readonly network: StartedNetwork,
  ) {}

  get connectionString(): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${String(port)}`);
    return `esdb://${hosts.join(',')}?tls=false`;
  }

  /** Who leads, as a node that answers says. @throws Error where nobody does */
  async leader(): Promise<Node> {
    for (const { port } of this.nodes) {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/gossip`).catch(() => null);
      if (!answer?.ok) continue;
      const { members } = (await answer.json()) as {
        readonly members: readonly Readonly<{ state: string; httpEndPointPort: number }>[];
      };
      const leading = members.find(({ state }) => state === 'Leader');
      const node = this.nodes.find((each) => each.port === leading?.httpEndPointPort);
      if (node) return node;
    }
    throw new Error('no node leads');
  }

  async stop(): Promise<void> {
    // One of them was stopped by the test.
    await Promise.allSettled(this.nodes.map(({ container }) => container.stop()));
    await this.network.stop();
  }
}

/** As many nodes as are asked for, when all of them are healthy. */
export async function startNodes(count: number): Promise<Containers> {
  const network = await new Network().start();
  const names = Array.from({ length: count }, (_, n) => `node${String(n + 1)}`);
  const nodes = await Promise.all(
    names.map(async (name) => {
      const port = await freePort();
      const others = names.filter((other) => other !== name).map((other) => `${other}:2113`);
      const container = await new GenericContainer(image())
        .withNetwork(network)
        .withNetworkAliases(name)
        .withExposedPorts({ container: PORT, host: port })
        .withEnvironment({
          EVENTSTORE_INSECURE: 'true',
          EVENTSTORE_MEM_DB: 'true',
          EVENTSTORE_RUN_PROJECTIONS: 'None',
          EVENTSTORE_CLUSTER_SIZE: String(count),
          EVENTSTORE_DISCOVER_VIA_DNS: 'false',
          EVENTSTORE_NODE_IP: '0.0.0.0',
          EVENTSTORE_REPLICATION_IP: '0.0.0.0',
          EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
          EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS: name,
          EVENTSTORE_ADVERTISE_HOST_TO_CLIENT_AS: '127.0.0.1',
          EVENTSTORE_ADVERTISE_NODE_PORT_TO_CLIENT_AS: String(port),
          ...(others.length > 0 && { EVENTSTORE_GOSSIP_SEED: others.join(',') }),
        })
        .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
        .withStartupTimeout(STARTED_WITHIN_MS)
        .start();
      return { name, port, container };
    }),
  );
  return new Containers(nodes, network);
}
