import { AtMoment, personOf, Reading, refusalOf } from '@tavolo/graphql';
import type { Locale, Refusal, RequestContext } from '@tavolo/graphql';
import type { LocalDate, MandateRef, Refusal as Kept } from '@tavolo/kernel';
import type { Moment } from '@tavolo/projection';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { shownPolicy } from '../activation/policies.resolver.js';
import { explainRules } from './explain.rules.js';
import { Explainer } from './explainer.js';
import type { Explained, Explanation as Found, Fact } from './explainer.js';
import { Holders } from './holders.js';
import { Explanation, ExplanationArgs, ExplanationResult } from './explanation.types.js';
import type { ExplainedFact, ExplainedMandate } from './explanation.types.js';

/** Why somebody may or may not, for who wants to know before they try, and for who audits. */
@Resolver()
export class ExplanationResolver {
  constructor(
    private readonly explainer: Explainer,
    private readonly holders: Holders,
    private readonly reading: Reading,
  ) {}

  @Query(() => ExplanationResult, {
    description:
      'Why a person or a mandate may or may not do an act on an object, on a day (spiegazione).',
  })
  async explanation(
    @Args() { act, object, mandate, person, on }: ExplanationArgs,
    @Context() context: RequestContext,
    @AtMoment() at: Moment,
  ): Promise<Explanation | Refusal> {
    const about = { object: object ?? null, mandate: mandate ?? null, person: person ?? null };
    const asked = await this.#askedAbout(about, context, at);
    if ('rule' in asked) return refusalOf(asked, context.locale);
    const day = (on ?? null) as LocalDate | null;
    const { mandates } = asked;
    const found = await this.explainer.explain({ act, object: about.object, mandates, on: day });
    return 'rule' in found ? refusalOf(found, context.locale) : shown(found, context.locale);
  }

  /** The mandates to be asked about, or why they are not explained. */
  async #askedAbout(
    { object, ...about }: About,
    context: RequestContext,
    at: Moment,
  ): Promise<Kept | Readonly<{ mandates: readonly MandateRef[] }>> {
    if (!context.sender) return { ...explainRules.NobodyAsks, details: {} };
    const { person, mandates } = await this.holders.of(about, context.sender, at);
    const kept = await this.#keptBack({ person, object }, context);
    if (kept) return kept;
    if (mandates) return { mandates };
    const details = { mandate: about.mandate ?? '', person: person ?? '—' };
    return { ...explainRules.MandateNotTheirs, details };
  }

  /** What is about others, or not there for who asks, is not explained to them. */
  async #keptBack(
    { person, object }: Omit<About, 'mandate'>,
    context: RequestContext,
  ): Promise<Kept | null> {
    if (!(await this.reading.mayKnowWhy({ person, object }, context))) {
      return { ...explainRules.OthersUnexplained, details: {} };
    }
    if (object === null || (await this.reading.isThere(object, context))) return null;
    return { ...explainRules.ObjectUnknown, details: { id: object } };
  }
}

type About = Readonly<{ object: string | null; mandate: string | null; person: string | null }>;

function shown(found: Found, locale: Locale): Explanation {
  const { action, object, on, hash: policyHash } = found;
  const mandates = found.mandates.map((one) => shownMandate(one, locale));
  return {
    ...{ action, object, on, policyHash, mandates },
    allowed: mandates.some(({ allowed }) => allowed),
    permitting: found.permitting.map((policy) => shownPolicy(policy, locale)),
  };
}

function shownMandate({ mandate, refusal, ...one }: Explained, locale: Locale): ExplainedMandate {
  const { ref, kind, person } = mandate;
  return {
    ...{ mandate: ref, kind, person: personOf(person), allowed: refusal === null },
    refusal: refusal && refusalOf(refusal, locale),
    policies: one.policies.map((policy) => shownPolicy(policy, locale)),
    facts: one.facts.map((fact) => shownFact(fact, locale)),
  };
}

function shownFact(fact: Fact, locale: Locale): ExplainedFact {
  const { stream = null, revision = null } = fact.basis ?? {};
  return { sentence: fact[locale], stream, revision };
}
