import { Readable } from 'node:stream';
import { commandOf, commonRules, derivedId } from '@tavolo/command';
import type { Grounded, Instance } from '@tavolo/command';
import type { Decisions } from '@tavolo/boards';
import type { Sha256 } from '@tavolo/kernel';
import type { NetworkId, Networks } from '@tavolo/networks';
import type { PartnerId, Partners } from '@tavolo/partners';
import type { PrivateStore } from '@tavolo/private-store';
import type { Claims } from '@tavolo/process';
import type { Agreements } from '@tavolo/agreements';
import type { Budgets, Calls } from '@tavolo/programmes';
import type { PlanId } from '../contract/index.js';
import type { PlanCommand } from '../domain/plan.commands.js';
import type { PlanState } from '../domain/plan.state.js';
import { planClaim } from './plan-claim.js';
import type { PlanRequest } from './plan.aggregate.js';
import { PlanChangeGrounds } from './plan-change.grounds.js';
import { planText } from './plan.text.js';

type PlanGround = Grounded<PlanCommand>;
type Type = PlanCommand['type'];
type AskedFor<T extends Type> = Extract<PlanRequest['asked'], { type: T }>['data'];
type Gather<T extends Type> = (
  request: PlanRequest,
  data: AskedFor<T>,
  state: PlanState,
) => Promise<PlanGround>;

/** A canonical text is at most as large as an append of the log. */
const MAX_TEXT_BYTES = 1_000_000;

/** What decisions on plans are grounded on, each read from the stream that owns it. */
export class PlanGrounds {
  readonly #changes: PlanChangeGrounds;

  constructor(
    private readonly ports: Readonly<{
      agreements: Agreements;
      budgets: Budgets;
      calls: Calls;
      claims: Claims;
      decisions: Decisions;
      instance: Instance;
      networks: Networks;
      partners: Partners;
      privateStore: PrivateStore;
    }>,
  ) {
    this.#changes = new PlanChangeGrounds(ports);
  }

  readonly #gather: { readonly [T in Type]?: Gather<T> } = {
    InitiatePlan: (request, data) => this.#onCall(request, data),
    AppointProcedureOfficer: async (request, { officer }) => {
      const names = await this.ports.privateStore.names([officer]);
      return { command: commandOf(request, { isKnown: names.has(officer) }) };
    },
    AddAction: (request) => this.#newPart(request, 'action'),
    RecordNeed: (request, { document }) => {
      const then = () => this.#newPart(request, 'need');
      return document === undefined ? then() : this.#onDocument(document, then);
    },
    EndorsePlan: async (request) => {
      const { organisation } = request.envelope.by;
      const partner = organisation && (await this.ports.partners.standing(organisation));
      return { command: commandOf(request, { partner }), basis: partner ? [partner.basis] : [] };
    },
    DefineIndicator: (request) => this.#newPart(request, 'indicator'),
    AddIntervention: (request, _, state) => this.#onEligibility(request, state),
    AssignOwner: async (request, data) => {
      const network = await this.ports.networks.standing(data.network);
      const command = commandOf(request, { plan: request.target, network });
      return { command, basis: network ? [network.basis] : [] };
    },
    AddBudgetLine: (request) => this.#newPart(request, 'line'),
    AllocateToPartner: async (request, data) => {
      const partner = await this.ports.partners.standing(data.partner);
      return { command: commandOf(request, { partner }), basis: partner ? [partner.basis] : [] };
    },
    ScheduleMilestone: (request) => this.#newPart(request, 'milestone'),
    OpenTable: (request) => this.#newPart(request, 'table'),
    HoldSession: (request, data) => this.#onSession(request, data),
    ProposeContribution: (request, { document }) =>
      this.#onDocument(document, () => this.#newPart(request, 'contribution')),
    AcceptContribution: (request) => Promise.resolve(onReason(request)),
    RejectContribution: (request) => Promise.resolve(onReason(request)),
    ConsolidateDraft: (request, _, state) => this.#onText(request, state),
    ValidatePlan: (request, _, state) => this.#onOwners(request, state),
    SubmitPlan: (request, _, state) => this.#onSubmission(request, state),
    AdoptPlan: async (request, data) => {
      const decision = await this.ports.decisions.standing(data.decision);
      const command = commandOf(request, { plan: request.target, decision });
      return { command, basis: decision ? [decision.basis] : [] };
    },
    RecordStrength: (request) => this.#newPart(request, 'finding'),
    RecordEvaluationFinding: (request) => this.#newPart(request, 'finding'),
    RequestIntegration: (request, { document }) =>
      this.#onDocument(document, () => this.#newPart(request, 'integration')),
    ReportProgress: (request, { document }) =>
      this.#onDocument(document, () => this.#newPart(request, 'report')),
    RevokeFunding: (request, { document }) =>
      this.#onDocument(document, () => this.#newPart(request, 'change')),
  };

  /** The full command with the streams it rests on; refused where a document is not there. */
  of(request: PlanRequest, state: PlanState): PlanGround | Promise<PlanGround> {
    const { type, data } = request.asked;
    const onChange = this.#changes.of(request, state);
    if (onChange) return onChange;
    const gather = this.#gather[type] as Gather<Type> | undefined;
    if (gather) return gather(request, data, state);
    const plain = () => Promise.resolve({ command: commandOf(request) });
    return 'document' in data && typeof data.document === 'string'
      ? this.#onDocument(data.document, plain)
      : plain();
  }

  async #onCall(request: PlanRequest, data: AskedFor<'InitiatePlan'>): Promise<PlanGround> {
    const { calls, claims, partners } = this.ports;
    const call = await calls.standing(data.call);
    const lead = await partners.standing(data.lead);
    const heldBy = await claims.holderOf(planClaim(data));
    const basis = [call, lead].flatMap((found) => (found ? [found.basis] : []));
    return { command: commandOf(request, { call, lead, heldBy }), basis };
  }

  async #onEligibility(request: PlanRequest, { head }: PlanState): Promise<PlanGround> {
    const call = head && (await this.ports.calls.standing(head.call));
    const newId = this.#newId(request, 'intervention');
    const { eligibleFrom: from = null, eligibleUntil: until = null } = call ?? {};
    const command = commandOf(request, { newId, eligibility: { from, until } });
    return { command, basis: call ? [call.basis] : [], result: { newId } };
  }

  #onSession(request: PlanRequest, data: AskedFor<'HoldSession'>): Promise<PlanGround> {
    return this.#onDocument(data.minutes, async () => {
      const known = await Promise.all(data.attendance.map((id) => this.#knownPartner(id)));
      const unknown = data.attendance.filter((_, i) => known[i] !== true);
      const newId = this.#newId(request, 'session');
      return { command: commandOf(request, { newId, unknown }), result: { newId } };
    });
  }

  async #knownPartner(id: PartnerId): Promise<boolean> {
    return (await this.ports.partners.standing(id)) !== null;
  }

  /** Stored even if the consolidation is then refused: a document nobody names harms nobody. */
  async #onText(request: PlanRequest, state: PlanState): Promise<PlanGround> {
    const bytes = Buffer.from(planText(request.target as PlanId, state), 'utf8');
    const about = { mediaType: 'application/json', maxBytes: MAX_TEXT_BYTES };
    const { sha256 } = await this.ports.privateStore.putDocument(Readable.from([bytes]), about);
    return { command: commandOf(request, { sha256 }), result: { sha256 } };
  }

  async #onSubmission(request: PlanRequest, state: PlanState): Promise<PlanGround> {
    const call = state.head && (await this.ports.calls.standing(state.head.call));
    const { networks, basis } = await this.#networksOf(state);
    const command = commandOf(request, { networks, call });
    return { command, basis: [...basis, ...(call ? [call.basis] : [])] };
  }

  async #onOwners(request: PlanRequest, state: PlanState): Promise<PlanGround> {
    const { networks, basis } = await this.#networksOf(state);
    return { command: commandOf(request, { networks }), basis };
  }

  async #networksOf({ interventions }: PlanState) {
    const owners = Object.values(interventions).flatMap(({ owner }) => (owner ? [owner] : []));
    const ids = [...new Set<NetworkId>(owners.map(({ network }) => network))];
    const found = await Promise.all(ids.map((id) => this.ports.networks.standing(id)));
    const networks = found.filter((network) => network !== null);
    return { networks, basis: networks.map((network) => network.basis) };
  }

  /** a document is uploaded before it is named. */
  async #onDocument(sha256: Sha256, then: () => Promise<PlanGround>): Promise<PlanGround> {
    const known = await this.ports.privateStore.documents([sha256]);
    if (known.has(sha256)) return then();
    return { refusal: { ...commonRules.DocumentUnknown, details: { sha256 } } };
  }

  #newPart(request: PlanRequest, kind: string): Promise<PlanGround> {
    const newId = this.#newId(request, kind);
    return Promise.resolve({ command: commandOf(request, { newId }), result: { newId } });
  }

  #newId({ envelope: { by, commandId } }: PlanRequest, kind: string): string {
    return derivedId(this.ports.instance.facts.id, by.person, commandId, kind);
  }
}

/** PL-4: the reason is a text given with the command, or the first document it names. */
function onReason(request: PlanRequest): PlanGround {
  const { reasonRef, documents } = request.envelope;
  return { command: commandOf(request, { reason: reasonRef ?? documents?.[0]?.sha256 ?? null }) };
}
