import type { JsonObject } from '@tavolo/event-store';
import type { PartialDate } from '@tavolo/kernel';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { ExtensionAuthorised } from '../domain/plan.change.events.js';

/** The extension that waits for its amendment and its money. */
type Pending = Readonly<{ plan: string; change: string | null }>;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/** Facts by which an agreement or an assignment may have become what the extension waits for. */
const concerned: readonly string[] = [
  ...['AgreementAmended', 'AgreementTermExtended', 'AgreementEnteredIntoForce'],
  ...['FundingAssigned', 'FundingIncreased'],
];
const ends: readonly string[] = ['ExtensionRefused', 'FundingRevoked', 'CostedExtensionGranted'];

/**
 * PL-10: a costed extension is funding decision, amendment and budget increase in one correlated
 * process. Once the decision is there, the call is asked for the money and the agreement for its
 * amendment; every fact that may complete it is a new try, and what is missing is told, and
 * waited for: signatures, above all, which only persons give.
 */
export const extensionProcess: ProcessDefinition<Pending> = {
  name: 'costedExtension',
  categories: ['plan', 'agreement', 'call'],
  initial: { plan: '', change: null },
  keyOf: (event) => planOf(event)?.slice('plan-'.length) ?? null,
  react: (state, input) =>
    input.kind === 'event' ? onFact(state, input.event) : onAnswer(state, input),
};

function planOf({ type, stream, data }: ProcessEvent): string | null {
  if (type === 'ExtensionAuthorised' || ends.includes(type)) return stream;
  if (!concerned.includes(type)) return null;
  const { plan } = data as { plan?: unknown };
  return typeof plan === 'string' ? plan : null;
}

function onFact(state: Pending, event: ProcessEvent): Reaction<Pending> {
  if (ends.includes(event.type)) return { state: { ...state, change: null } };
  if (event.type === 'ExtensionAuthorised') {
    const authorised = event.data as ExtensionAuthorised['data'];
    const { change } = authorised;
    const asked = [...acts(event.stream, authorised), grant(event.stream, change)];
    return { state: { plan: event.stream, change }, commands: asked };
  }
  const { plan, change } = state;
  return change === null ? { state } : { state, commands: [grant(plan, change)] };
}

/** The money of the call, and the amendment of the agreement; persons sign it. */
function acts(plan: string, authorised: ExtensionAuthorised['data']): readonly ProcessCommand[] {
  const { agreement, call, decision, end, shares, totalCents } = authorised;
  if (call === undefined || totalCents === undefined || shares === undefined) return [];
  const money = { plan, cents: totalCents, act: decision };
  const amendment = { end: lastDayOf(end), shares, decision } as unknown as JsonObject;
  return [
    to('call', call, { type: 'CoverAssignment', data: money }),
    to('agreement', agreement, { type: 'ProposeExtension', data: amendment }),
  ];
}

function grant(plan: string, change: string): ProcessCommand {
  return to('plan', plan, { type: 'GrantCostedExtension', data: { change } });
}

function to(
  aggregate: string,
  target: string,
  { type, data }: Readonly<{ type: string; data: JsonObject }>,
): ProcessCommand {
  return { name: type, aggregate, target, type, data };
}

/** The last day of a day, a month or a year. */
function lastDayOf(date: PartialDate): string {
  if (date.length === 'YYYY-MM-DD'.length) return date;
  const [year = '', month = '12'] = date.split('-');
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

function onAnswer(state: Pending, answer: Answered): Reaction<Pending> {
  const isGrant = answer.command.name === 'GrantCostedExtension';
  if (answer.outcome === 'accepted') {
    return { state: isGrant ? { ...state, change: null } : state };
  }
  const { rule, code, details } = answer.refusal;
  const missing = code === 'ExtensionPending' ? JSON.stringify(details.missing) : code;
  const found = isGrant ? missing : `${answer.command.type} (${rule}, ${code})`;
  return {
    state,
    waiting: {
      why: {
        it: `La proroga onerosa attende: ${found}.`,
        en: `The costed extension waits for: ${found}.`,
      },
      owner: state.plan,
    },
  };
}
