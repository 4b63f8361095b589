/** Facts that the specifications of a decision share; no part of the product. */
import type { BoardId, SittingId } from '../contract/index.js';
import type { Cents, Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { DecisionEvent, DecisionProposed, DecisionSigned } from './decision.events.js';

export const board = 'board-1' as BoardId;
export const plan = 'plan-1' as PlanId;
export const text = 'a'.repeat(64) as Sha256;
export const planText = 'd'.repeat(64) as Sha256;
export const motivation = 'e'.repeat(64) as Sha256;
export const document = 'f'.repeat(64) as Sha256;
export const proposer = 'person-7' as PersonRef;
export const officer = 'person-8' as PersonRef;
export const signedAt = '2030-01-11T09:00:00.000Z' as Instant;
export const vote = { sitting: 'sitting-1' as SittingId, item: 'i1' };

export const proposed: DecisionProposed = {
  type: 'DecisionProposed',
  data: {
    board,
    title: 'Adozione',
    titleEn: null,
    subject: { kind: 'other' },
    textSha256: text,
    motivation,
    legalBasis: ['L. 241/1990'],
    spending: null,
    proposer,
  },
};

export const spending: DecisionProposed = {
  ...proposed,
  data: { ...proposed.data, spending: { amountCents: 100 as Cents, budgetRef: 'cap. 1' } },
};

/** An opinion on substance. */
export function technical(opinion: 'positive' | 'negative') {
  const data = { opinion, document, givenBy: officer };
  return { type: 'TechnicalOpinionGiven', data } as const;
}

/** An opinion on the money. */
export function accounting(opinion: 'positive' | 'negative') {
  const data = { opinion, document, givenBy: officer };
  return { type: 'AccountingOpinionGiven', data } as const;
}

export const readyForAgenda = {
  type: 'DecisionReadyForAgenda',
  data: { overruling: null },
} as const;

export const instructed = [proposed, technical('positive'), readyForAgenda] as const;

export const scheduled = { type: 'DecisionScheduled', data: vote } as const;

export const deferred = { type: 'DecisionDeferred', data: { ...vote, cause: 'deserted' } } as const;

export const result = {
  ...vote,
  tally: { for: 3, against: 1, abstain: 0, recused: 0 },
  trace: [],
  closedAt: '2030-01-10T09:00:00.000Z' as Instant,
};

export const approved = [
  ...instructed,
  scheduled,
  { type: 'DecisionApproved', data: result },
] as const satisfies readonly DecisionEvent[];

export const signature = {
  textSha256: text,
  signatory: 'person-1' as PersonRef,
  level: 'digital',
  signedAt,
} as const;

export const signed: DecisionSigned = {
  type: 'DecisionSigned',
  data: { ...signature, signedAs: 'chair', container: document, report: document },
};

export const numbered = {
  type: 'DecisionNumbered',
  data: { number: 4, year: 2030, register: 'register-1-decision-2030' },
} as const;

/** Published on 12 January, with effect from a day. */
export function published(effectiveFrom: string) {
  const publishedOn = '2030-01-12' as LocalDate;
  const effect = { effectiveFrom: effectiveFrom as LocalDate, document: null };
  return { type: 'DecisionPublished', data: { where: 'Albo', publishedOn, ...effect } } as const;
}

export const effective = {
  type: 'DecisionBecameEffective',
  data: {
    board,
    subject: { kind: 'other' },
    textSha256: text,
    number: '4/2030',
    effectiveOn: '2030-01-22' as LocalDate,
  },
} as const satisfies DecisionEvent;
