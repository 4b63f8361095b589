import { Client } from '../client.js';
import { awardTo, programme } from './calls.js';
import { gather } from './company.js';
import type { Company } from './company.js';
import { planSource } from './data.js';
import * as lab from './lab-impact.js';
import * as misura from './misura-per-misura.js';
import { approve, submit } from './plans.js';
import { prepareThePresent, tellThePresent } from './present.js';
import { closeCall, extendFirstCall, extendSecondCall } from './real-calls.js';
import { openFirstCall, openSecondCall } from './real-calls.js';
import type { FirstCall } from './real-calls.js';
import { Story } from './story.js';

/** The first working day of the year of the first call. */
const BEGINS = '2016-01-04T08:00:00.000Z';
const CALL_NUMBER = /^dimostrativo (\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})Z$/;

/** How a story is told to its listener: one line a chapter. */
type Say = (line: string) => void;

/**
 * Tells the whole demo to a demo server, through the door that everybody uses: the programmes of
 * 2016 and 2018 under a clock that walks with the story, then what is alive today. Told again to
 * a server that has part of it, it goes on from there and adds nothing twice.
 * @throws StoryBroken, RequestFailed, ServerUnreachable
 */
export async function loadLabImpact(
  url: string,
  say: Say,
): Promise<{ readonly commands: number; readonly seconds: number }> {
  const began = performance.now();
  const client = new Client(url);
  const story = new Story(client, { at: BEGINS, ...(await beginningOf(client)) });
  await story.goTo('2016-01-04');
  const chapter = (name: string, line: string) => {
    story.chapter(name);
    say(line);
  };
  chapter('company', '2016: authorities, Region, areas, schools and associations register');
  const company = await gather(story);
  const first = await tellMisura(story, company, chapter);
  await tellLabImpact(story, company, { ...first, chapter });
  chapter('programme 2021-2027', '2023: an invented programme of 2021-2027 and its partners');
  await story.goTo('2023-09-11');
  const present = await prepareThePresent(
    story,
    company,
    await programme(story, company, {
      ...{ title: 'Programma dimostrativo 2021-2027', fund: 'FAMI 2021-2027 (dimostrativo)' },
      ...{ titleEn: 'Demonstration programme 2021-2027', period: 'P_2021_2027' },
      source: 'SYNTHETIC',
    }),
  );
  const moment = await presentOf(client);
  chapter(moment.number, 'Today: a vote to cast, an agreement to sign, one to wait for');
  await tellThePresent(story, present, moment);
  await story.end();
  return { commands: story.commands, seconds: (performance.now() - began) / 1000 };
}

type Chapter = (name: string, line: string) => void;

interface Told {
  readonly first: FirstCall;
  readonly mxm: misura.MisuraPerMisura;
}

async function tellMisura(story: Story, company: Company, chapter: Chapter): Promise<Told> {
  chapter('call 1/2016', '2016: call 1/2016 is published');
  const first = await openFirstCall(story, company);
  const { call } = first;
  chapter('misura design', '2016: Misura per Misura, its network and its table of co-design');
  const mxm = await misura.design(story, company, call);
  await story.goTo('2016-07-15');
  await extendFirstCall(story, company, call);
  chapter('misura decision', '2016: the board decides, the plan is adopted and submitted');
  const sha256 = await misura.decide(story, company, mxm);
  await story.goTo('2016-09-16');
  await closeCall(story, company, call);
  chapter('misura begin', '2017: approved, partnership agreement in force, work begins');
  const cents = planSource('MXM').total_assigned_cents;
  const approval = { authority: company.delegated, on: '2017-03-20', cents };
  await approve(story, { plan: mxm.plan, sha256, ...approval });
  await awardTo(story, company, { call, plan: mxm.plan });
  await misura.begin(story, company, { ...mxm, call });
  return { first, mxm };
}

async function tellLabImpact(
  story: Story,
  company: Company,
  { first, mxm, chapter }: Told & { readonly chapter: Chapter },
): Promise<void> {
  chapter('call 1/2018', '2018: call 1/2018 continues it, by decree 29 of 1 March');
  await story.goTo('2018-02-19');
  const call = await openSecondCall(story, company, first);
  chapter('lab design', '2018: Lab’Impact, its regional and territorial networks, its table');
  const plan = await lab.design(story, company, call);
  await extendSecondCall(story, company, { call, number: 1 });
  chapter('lab decision', '2018: a member is recused, the board votes, the plan is adopted');
  const sha256 = await lab.decide(story, company, plan);
  await extendSecondCall(story, company, { call, number: 2 });
  await submit(story, plan, { sha256, on: '2018-06-28' });
  await story.goTo('2018-07-16');
  await closeCall(story, company, call);
  chapter('lab begin', '2018: approved, agreements in force from the ministry to the areas');
  const cents = planSource('LAB').total_assigned_cents;
  await approve(story, {
    ...{ plan: plan.plan, sha256, authority: company.delegated, on: '2018-08-01', cents },
  });
  await awardTo(story, company, { call, plan: plan.plan });
  await lab.agree(story, company, plan);
  await lab.begin(story, plan);
  chapter('misura end', '2019: Misura per Misura is completed, with its strengths');
  await misura.complete(story, mxm);
  chapter('lab run', '2019-2023: Lab’Impact is carried out');
  await lab.run(story, company, plan);
}

/** Who founded the server, and where its days begin. */
export async function beginningOf(client: Client) {
  const document = '{ instance { zone founder { id } founderMandate } }';
  interface Instance {
    readonly zone: string;
    readonly founder: { readonly id: string };
    readonly founderMandate: string;
  }
  const { instance } = await client.query<{ readonly instance: Instance }>(document);
  const { zone, founder, founderMandate: mandate } = instance;
  return { zone, founder: { person: founder.id, mandate, name: 'founder' } };
}

/** The moment that the last chapter leads up to: that of a load that was cut off, or now. */
async function presentOf(
  client: Client,
): Promise<{ readonly now: string; readonly number: string }> {
  interface Calls {
    readonly calls: { readonly edges: readonly { readonly node: { readonly number: string } }[] };
  }
  const { calls } = await client.query<Calls>('{ calls { edges { node { number } } } }');
  const begun = calls.edges.map(({ node }) => node.number).find((of) => CALL_NUMBER.test(of));
  const number = begun ?? `dimostrativo ${new Date().toISOString().slice(0, 16)}Z`;
  const [, day = '', time = ''] = CALL_NUMBER.exec(number) ?? [];
  return { number, now: `${day}T${time}:00.000Z` };
}
