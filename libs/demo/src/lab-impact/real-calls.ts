import { programme, publishCall } from './calls.js';
import type { Company } from './company.js';
import { programmeData, publicData } from './data.js';
import type { Story } from './story.js';

/** The programme of 2014-2020 and its two calls, as far as they are published. */
export interface FirstCall {
  readonly programme: string;
  readonly call: string;
}

/** The programme of 2014-2020, and the call 1/2016 with its extension. */
export async function openFirstCall(story: Story, company: Company): Promise<FirstCall> {
  const { fund, fund_objective: objective } = programmeData().meta;
  const terms = {
    ...{ title: `Programma nazionale ${fund}`, fund, objective },
    ...{ titleEn: `National programme ${fund}`, period: 'P_2014_2020', source: 'PROGRAMME' },
  };
  const defined = await programme(story, company, terms);
  const call = await publishCall(story, company, {
    programme: defined,
    id: 'AVV-1-2016',
    // The act gives the day alone: due is the end of it.
    deadline: { local: `${firstDeadline()}T23:59`, zone: 'Europe/Rome' },
    approval: { act: 'Decreto di approvazione (dimostrativo)', on: '2016-04-04' },
    registration: { no: 'dimostrativo', on: '2016-04-11' },
    publishedOn: '2016-04-15',
  });
  return { programme: defined, call };
}

/** 20 July 2016 became 15 September 2016, 16:00 in Rome (B-12). */
export async function extendFirstCall(
  story: Story,
  { delegated }: Company,
  call: string,
): Promise<void> {
  const extension = { call, act: 'Proroga del termine (atto pubblico)', deadline: lastDeadline() };
  const reason = 'Il termine è prorogato al 15 settembre 2016, ore 16';
  await story.decreed(delegated.representative, 'extendDeadline', { ...extension, reason });
}

/** Closed after its deadline (B-11). */
export async function closeCall(story: Story, { delegated }: Company, call: string): Promise<void> {
  await story.did(delegated.representative, 'closeCall', { call });
}

function firstDeadline(): string {
  return knownOf('AVV-1-2016').deadline_first ?? '';
}

function lastDeadline() {
  return knownOf('AVV-1-2016').deadline;
}

/** The call 1/2018 by decree 29, registered under no. 469, which continues the first. */
export async function openSecondCall(
  story: Story,
  company: Company,
  first: FirstCall,
): Promise<string> {
  const { act, court_registration: court } = knownOf('AVV-1-2018');
  if (!act || !court) throw new Error('examples/lab-impact lacks the acts of the call 1/2018');
  return await publishCall(story, company, {
    programme: first.programme,
    id: 'AVV-1-2018',
    continues: first.call,
    approval: { act: act.it, on: act.date },
    registration: { no: court.no, on: court.date },
    publishedOn: '2018-03-15',
  });
}

/** The extensions of the call 1/2018, each on the day of its decree. */
export async function extendSecondCall(
  story: Story,
  { delegated }: Company,
  { call, number }: { readonly call: string; readonly number: 1 | 2 },
): Promise<void> {
  const extension = knownOf('AVV-1-2018').extensions?.[number - 1];
  if (!extension) throw new Error('examples/lab-impact lacks the extensions of the call 1/2018');
  const { act, date, only_some_regions: onlySome } = extension;
  await story.goTo(date);
  const local = number === 1 ? '2018-06-29T16:00' : '2018-07-13T16:00';
  await story.decreed(delegated.representative, 'extendDeadline', {
    ...{ call, act, deadline: { local, zone: 'Europe/Rome' } },
    ...(onlySome === true && { regions: ['ITC4'] }),
    reason: 'Il decreto è pubblico; il nuovo termine e le regioni sono dimostrativi',
  });
}

function knownOf(id: string) {
  const known = publicData().calls.find((call) => call.id === id);
  if (!known) throw new Error(`examples/lab-impact does not know the call ${id}`);
  return known;
}
