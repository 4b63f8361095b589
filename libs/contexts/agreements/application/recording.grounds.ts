import { commandOf, commonRules, derivedId } from '@tavolo/command';
import type { Grounded, Instance, Mandates, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { Refusal, Sha256 } from '@tavolo/kernel';
import type { Networks } from '@tavolo/networks';
import type { Partners } from '@tavolo/partners';
import type { Plans } from '@tavolo/plans';
import type { PrivateStore } from '@tavolo/private-store';
import type { Claims } from '@tavolo/process';
import type { AgreementId } from '../contract/index.js';
import type { AgreementCommand } from '../domain/asked.commands.js';
import type { RecordExistingAgreement } from '../domain/recording.commands.js';
import { agreements } from './aggregates.js';
import type { AgreementRequest } from './agreement.request.js';
import { parentGround } from './parent.ground.js';
import { protocolClaim } from './protocol-claim.js';

type Asked = Omit<RecordExistingAgreement['data'], 'grounds'>;

/** What the recording of an agreement that was signed elsewhere rests on. */
export class RecordingGrounds {
  constructor(
    private readonly ports: Readonly<{
      claims: Claims;
      instance: Instance;
      mandates: Mandates;
      networks: Networks;
      partners: Partners;
      plans: Plans;
      privateStore: PrivateStore;
      transactions: Transactions;
    }>,
  ) {}

  /** The full command; refused where a document that it names was not uploaded. */
  async of(request: AgreementRequest, data: Asked): Promise<Grounded<AgreementCommand>> {
    const hashes = documentsOf(data);
    const known = await this.ports.privateStore.documents(hashes);
    const missing = hashes.find((sha256) => !known.has(sha256));
    if (missing !== undefined) return { refusal: unknownDocument(missing) };
    const named = await this.#named(data);
    const partners = await Promise.all(
      data.parties.map(({ partner }) => this.ports.partners.standing(partner)),
    );
    const { parent = null } = data;
    const above = await parentGround(
      this.ports.transactions,
      request.target as AgreementId,
      parent,
    );
    const command = commandOf(request, {
      missing: named.find(({ basis }) => basis === null)?.id ?? null,
      parentKind: await this.#kindOf(parent),
      parent: above.parent,
      mediaType: known.get(data.textSha256)?.mediaType ?? '',
      heldBy: await this.ports.claims.holderOf(protocolClaim(data)),
      effectiveOn: request.envelope.effectiveOn ?? null,
      parties: partners.flatMap((each) => each ?? []),
      role: await this.#roleOf(request),
      newIds: this.#newIds(request, data),
    });
    const basis = [...named.flatMap((each) => each.basis ?? []), ...above.basis];
    return { command, basis };
  }

  /** Every object that the command names, with the stream that shows it is there. */
  #named({ network, plan, parent, parties, register }: Asked): Promise<readonly Named[]> {
    const { networks, partners, plans, transactions } = this.ports;
    const partnersNamed = [...new Set([...parties.map(({ partner }) => partner), register])];
    return Promise.all([
      ...(network === undefined ? [] : [named(network, networks.standing(network))]),
      ...(plan === undefined ? [] : [named(plan, plans.standing(plan))]),
      ...(parent === undefined ? [] : [named(parent, transactions.load(agreements, parent))]),
      ...partnersNamed.map((partner) => named(partner, partners.standing(partner))),
    ]);
  }

  async #kindOf(parent: AgreementId | null) {
    if (parent === null) return null;
    return (await this.ports.transactions.load(agreements, parent))?.state?.kind ?? null;
  }

  async #roleOf({ envelope: { by } }: AgreementRequest): Promise<string | null> {
    if (by.mandate === null) return null;
    return (await this.ports.mandates.find(by.mandate))?.kind ?? null;
  }

  #newIds({ envelope }: AgreementRequest, { conditions = [] }: Asked): readonly string[] {
    const { id } = this.ports.instance.facts;
    const { by, commandId } = envelope;
    return conditions.map((_, i) => derivedId(id, by.person, commandId, 'condition', i));
  }
}

type Named = Readonly<{ id: string; basis: Basis | null }>;

async function named(id: string, found: Promise<{ basis: Basis } | null>): Promise<Named> {
  return { id, basis: (await found)?.basis ?? null };
}

/** Text, approving acts, signed files and reports, what shows conditions met, acts of waivers. */
function documentsOf({ textSha256, parties, conditions = [], waivers = [] }: Asked) {
  const ofParties = parties.flatMap(({ approval, signature }) => [
    ...[approval?.act, signature?.container, signature?.report],
  ]);
  const others = [...conditions.map(({ document }) => document), ...waivers.map(({ act }) => act)];
  const all = [textSha256, ...ofParties, ...others].filter((each) => each !== undefined);
  return [...new Set(all)];
}

function unknownDocument(sha256: Sha256): Refusal {
  return { ...commonRules.DocumentUnknown, details: { sha256 } };
}
