import { Injectable } from '@nestjs/common';
import type { Basis } from '@tavolo/event-store';
import type { Actor } from '@tavolo/kernel';
import { Partners } from '@tavolo/partners';
import type { PartnerId, PartnerKind } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanId, PlanStatus } from '@tavolo/plans';
import { Calls } from '@tavolo/programmes';
import type { MandatoryCategory } from '@tavolo/programmes';
import type { AcceptInvitation, PartnerGround, PlanLead } from '../domain/network.commands.js';
import type { PresenceGround } from '../domain/network.later.commands.js';
import type { Member } from '../domain/network.state.js';

/** Something taken from other streams, and which ones. */
export type Ground<Found> = Readonly<{ found: Found; basis: readonly Basis[] }>;

/** What the plan of a network and its call say of its members. */
export type PlanTerms = Readonly<{
  status: PlanStatus;
  lead: PartnerId;
  leadKinds: readonly PartnerKind[];
  categories: readonly MandatoryCategory[];
}>;

/** What decisions on networks take from partners, plans and calls. */
@Injectable()
export class NetworkGrounds {
  constructor(
    private readonly partners: Partners,
    private readonly plans: Plans,
    private readonly calls: Calls,
  ) {}

  async partner(id: PartnerId): Promise<Ground<PartnerGround | null>> {
    const standing = await this.partners.standing(id);
    if (!standing) return { found: null, basis: [] };
    const { kind, status, eligibleUntil, basis } = standing;
    return { found: { kind, status, eligibleUntil }, basis: [basis] };
  }

  async planTerms(id: PlanId): Promise<Ground<PlanTerms | null>> {
    const plan = await this.plans.standing(id);
    if (!plan) return { found: null, basis: [] };
    const { status, lead } = plan;
    const call = await this.calls.standing(plan.call);
    const { leadKinds = [], mandatoryCategories: categories = [] } = call ?? {};
    const basis = call ? [plan.basis, call.basis] : [plan.basis];
    return { found: { status, lead, leadKinds, categories }, basis };
  }

  /** Who leads the plan, for PA-10. */
  async planLead(terms: PlanTerms | null): Promise<Ground<PlanLead | null>> {
    if (!terms) return { found: null, basis: [] };
    const { found, basis } = await this.partner(terms.lead);
    return { found: found && { id: terms.lead, kind: found.kind }, basis };
  }

  /** What the mandate of an actor empowers for, where it is a power of the organisation acted for. */
  async powerOf({
    organisation,
    mandate,
  }: Actor): Promise<Ground<AcceptInvitation['data']['grounds']['power']>> {
    const standing = organisation && (await this.partners.standing(organisation));
    if (!standing) return { found: null, basis: [] };
    const power = standing.representations.find((one) => one.mandate === mandate);
    return { found: power ? { acts: power.acts } : null, basis: [standing.basis] };
  }

  /** Who has to be in a network and who is, for N-7; leads of nested networks are not known here. */
  async presence(
    plan: PlanId | null,
    members: readonly Member[],
  ): Promise<Ground<Omit<PresenceGround, 'leadsBelow'>>> {
    const terms = plan === null ? null : await this.planTerms(plan);
    const read = await Promise.all(
      members.map(async ({ partner }) => [partner, await this.partner(partner)] as const),
    );
    const partners = Object.fromEntries(read.map(([id, { found }]) => [id, found ?? undefined]));
    const basis = [...(terms?.basis ?? []), ...read.flatMap(([, ground]) => ground.basis)];
    return { found: { categories: terms?.found?.categories ?? [], partners }, basis };
  }
}
