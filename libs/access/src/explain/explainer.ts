import { dayOf, mandateRefusal } from '@tavolo/command';
import type { Clock, CommandGateway, Instance, Mandate, Mandates } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { Instant, LocalDate, MandateRef, Refusal, Rule } from '@tavolo/kernel';
import type { Held, Policies } from '../activation/policies.js';
import { askedOf, refusalOfVerdict } from '../policy/policy-gatekeeper.js';
import type { Asked as Question } from '../policy/policy-gatekeeper.js';
import type { Policy } from '../policy/policy-text.js';
import type { Role } from '../policy/question.js';
import { foundedPlace } from '../policy/realm.js';
import type { Act, Place, Realm, Surroundings } from '../policy/realm.js';
import { INSTANCE_STREAM } from '../instance.js';
import { explainRules } from './explain.rules.js';
import { roleWords } from './role-words.js';

type Words = Readonly<{ it: string; en: string }>;

/** Something that the log says and that an answer rests on; `basis` is what it was read from. */
export type Fact = Words & Readonly<{ basis: Basis | null }>;

/** What one mandate makes of it. */
export type Explained = Readonly<{
  mandate: Mandate;
  /** Null where it may be done. */
  refusal: Refusal | null;
  /** Those that let it happen or forbade it. */
  policies: readonly Policy[];
  facts: readonly Fact[];
}>;

/** An answer: for each mandate asked about, and by which policies another one would do. */
export type Explanation = Readonly<{
  action: string;
  object: string;
  on: LocalDate;
  hash: string;
  permitting: readonly Policy[];
  mandates: readonly Explained[];
}>;

export type Asked = Readonly<{
  /** The name of a mutation. */
  act: string;
  /** What it is about; of what is founded, what it is to lie under; null where it lies under nothing. */
  object: string | null;
  mandates: readonly MandateRef[];
  /** The day of the act; today where none is named. */
  on: LocalDate | null;
}>;

/** Mutations whose command has another name. */
const otherwiseNamed: Readonly<Record<string, string>> = {
  objectToRoute: 'ProposeDecision',
  sendRouteBack: 'ProposeDecision',
};

/**
 * Says why a mandate does or does not let somebody do something: the same question that the
 * gateway asks, by the policies of the day. Where things lie is read as it is now.
 */
export class Explainer {
  constructor(
    private readonly parts: Readonly<{
      clock: Clock;
      gateway: Pick<CommandGateway, 'founds'>;
      instance: Instance;
      mandates: Mandates;
      policies: Policies;
      realm: Realm;
    }>,
  ) {}

  async explain({ act: name, object, mandates, on }: Asked): Promise<Explanation | Refusal> {
    const type = otherwiseNamed[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const [found] = this.parts.realm.actsNamed(type);
    if (!found) return refusal(explainRules.ActUnknown, { act: name, like: 'inviteMember' });
    const founds = this.parts.gateway.founds({ aggregate: found.category, type });
    const around = await (founds
      ? this.#founded(found, object)
      : this.#existing(name, found, object));
    if ('rule' in around) return around;
    const day = on ?? this.#today();
    const held = await this.#policiesOn(day);
    const { action } = found.act;
    const about = { act: found.act, around, held, day };
    const explained = mandates.map((ref) => this.#under(ref, about));
    return {
      ...{ action, object: object ?? INSTANCE_STREAM, on: day, hash: held.book.hash },
      permitting: held.book.permitting(action),
      mandates: (await Promise.all(explained)).filter((one) => one !== null),
    };
  }

  #today(): LocalDate {
    return dayOf(this.parts.clock.now(), this.parts.instance.facts.zone);
  }

  /** Of a past day those that were active when it ended. */
  async #policiesOn(day: LocalDate): Promise<Held> {
    const { policies } = this.parts;
    if (day >= this.#today()) return policies.active;
    const versions = await policies.versions();
    const { zone } = this.parts.instance.facts;
    const began = versions.flatMap(({ activatedAt }) => activatedAt ?? []);
    const last = began.findLast((at) => dayOf(at, zone) <= day);
    return await policies.at(last ?? ('' as Instant));
  }

  /** What is not there yet, under what was named. */
  async #founded(
    { category, act }: OfKind,
    object: string | null,
  ): Promise<Refusal | Surroundings> {
    const { realm } = this.parts;
    const isThere = object === null || (await realm.place(object)) !== null;
    const founded = await realm.around(`${category}-new`, under(act, object));
    return isThere && founded ? founded : refusal(explainRules.ObjectUnknown, { id: object ?? '' });
  }

  async #existing(
    name: string,
    { category, act }: OfKind,
    object: string | null,
  ): Promise<Refusal | Surroundings> {
    // Commands on the tree of a plan are about one of its networks.
    const wanted = act.on === undefined ? category : 'network';
    if (object === null) return refusal(explainRules.ObjectMissing, { act: name, wanted });
    if (!object.startsWith(`${wanted}-`)) {
      return refusal(explainRules.ObjectOfOtherKind, { act: name, wanted, id: object });
    }
    const around = await this.parts.realm.around(object);
    return around ?? refusal(explainRules.ObjectUnknown, { id: object });
  }

  async #under(
    ref: MandateRef,
    { act: { action }, around, held, day }: About,
  ): Promise<Explained | null> {
    const mandate = await this.parts.mandates.find(ref);
    if (!mandate) return null;
    const lapsed = mandateRefusal(mandate, day);
    const asked = await askedOf(this.parts.realm, { action, around, mandate, forOneself: false });
    const { authorizer, book } = held;
    const verdict = authorizer.decide(asked.question);
    const kept = refusalOfVerdict({ action, verdict, book });
    return {
      mandate,
      refusal: lapsed ?? kept,
      policies: book.named(verdict.policies),
      facts: [factOf(mandate), ...rolesOf(asked, around)],
    };
  }
}

type OfKind = Readonly<{ category: string; act: Act }>;
type About = Readonly<{ act: Act; around: Surroundings; held: Held; day: LocalDate }>;

function under(act: Act, object: string | null): Place {
  const [field = 'under'] = act.under ?? [];
  return foundedPlace(act, object === null ? {} : { [field]: object });
}

function factOf({ kind, ref, from, until, basis }: Mandate): Fact {
  const end = { it: until ?? 'senza scadenza', en: until ?? 'without an end' };
  return {
    it: `Il mandato ${ref} (${kind}) vale dal ${from}, fino a: ${end.it}.`,
    en: `The mandate ${ref} (${kind}) holds from ${from}, until: ${end.en}.`,
    basis,
  };
}

/** Each role that the mandate gives at the object or above it, with where it was read. */
function rolesOf({ question, stood }: Question, { places, slice }: Surroundings): readonly Fact[] {
  const near = new Set([slice.id, ...slice.above]);
  return Object.entries(stood.standing.at).flatMap(([role, scopes]) =>
    scopes
      .filter((scope) => near.has(scope))
      .map((scope) => {
        const { it, en } = roleWords[role as Role];
        const basis = stood.basis.find(({ stream }) => stream === scope) ?? null;
        const who = { it: 'Chi agisce', en: 'Who acts' };
        return {
          it: `${who.it} ${it} ${scope}${question.resource.id === scope ? '' : ', più in alto'}.`,
          en: `${who.en} ${en} ${scope}${question.resource.id === scope ? '' : ', above'}.`,
          basis: basis ?? places.get(scope)?.basis ?? null,
        };
      }),
  );
}

function refusal(rule: Rule, details: Refusal['details']): Refusal {
  return { ...rule, details };
}
