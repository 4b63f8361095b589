import type { Body } from './cast.js';
import { enumName, programmeData, publicData } from './data.js';
import type { Story } from './story.js';

/** Who adopts and who carries out a programme. */
export interface Authorities {
  readonly ministry: Body;
  readonly delegated: Body;
}

/** Defines a programme by the founder and has it adopted by the ministry. */
export async function programme(
  story: Story,
  { ministry }: Authorities,
  terms: object,
): Promise<string> {
  const { stream } = await story.did(story.founder, 'defineProgramme', terms);
  await story.decreed(ministry.representative, 'adoptProgramme', {
    programme: stream,
    act: 'Atto di adozione (dimostrativo)',
    adoptedOn: story.today,
    reason: 'Il programma nazionale è adottato',
  });
  return stream;
}

/** The steps of a call with their acts and days. */
export interface CallSteps {
  readonly programme: string;
  /** Where this call is the demo's own, all of its terms. */
  readonly terms?: object;
  readonly id?: string;
  readonly continues?: string;
  /** Absent where no act at hand gives it. */
  readonly deadline?: object;
  readonly approval: { readonly act: string; readonly on: string };
  readonly registration: { readonly no: string; readonly on: string };
  readonly publishedOn: string;
}

/** A call from its draft to its publication. */
export async function publishCall(
  story: Story,
  { ministry, delegated }: Authorities,
  steps: CallSteps,
): Promise<string> {
  const { deadline, approval, registration, continues } = steps;
  const terms = steps.terms ?? realTerms(steps.id ?? '');
  const { stream: call } = await story.did(delegated.representative, 'draftCall', {
    ...{ programme: steps.programme, ...terms },
    ...(deadline !== undefined && { deadline }),
    ...(continues !== undefined && { continues }),
  });
  await story.goTo(approval.on);
  const approved = { call, act: approval.act, approvedOn: approval.on };
  await story.decreed(ministry.representative, 'approveCall', {
    ...approved,
    reason: 'L’avviso è approvato',
  });
  await story.goTo(registration.on);
  await story.decreed(delegated.representative, 'recordCourtRegistration', {
    ...{ call, registrationNo: registration.no, registeredOn: registration.on },
    reason: 'La Corte dei conti ha registrato l’atto',
  });
  await story.goTo(steps.publishedOn);
  const place = 'Sito del Ministero';
  const reason = 'L’avviso è pubblicato';
  await story.decreed(delegated.representative, 'publishCall', { call, place, reason });
  return call;
}

/** A closed call is examined, its one plan admitted and awarded: funds may follow. */
export async function awardTo(
  story: Story,
  { delegated: { representative } }: Authorities,
  { call, plan }: { readonly call: string; readonly plan: string },
): Promise<void> {
  const act = 'Atto della selezione (dimostrativo)';
  await story.did(representative, 'startEvaluation', { call, act });
  const ranking = { call, act, admitted: [plan], reserve: [] };
  await story.decreed(representative, 'approveRanking', {
    ...ranking,
    reason: 'La graduatoria è approvata',
  });
  await story.decreed(representative, 'awardFunding', {
    ...{ call, act },
    reason: 'I piani ammessi sono finanziati',
  });
}

/** What the programme and the public acts say of a call, each with its source. */
function realTerms(id: string): object {
  const said = programmeData().calls.find((call) => call.id === id);
  const known = publicData().calls.find((call) => call.id === id);
  if (!said || !known) throw new Error(`examples/lab-impact does not know the call ${id}`);
  return {
    period: 'P_2014_2020',
    number: said.it.replace('Avviso multi-azione ', ''),
    title: said.title_it ?? said.it,
    titleEn: said.en,
    ...(said.acronym !== undefined && { acronym: said.acronym }),
    budgetCents: String(known.budget_cents),
    leadKinds: known.lead_kinds.map(enumName),
    mandatoryCategories: known.mandatory.map(({ category, kinds, min }) => ({
      ...{ category, min, kinds: kinds.map(enumName) },
    })),
    source: 'PROGRAMME',
  };
}
