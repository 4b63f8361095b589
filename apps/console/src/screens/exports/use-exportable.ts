import { useFormats, euros } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Messages } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Connection } from '../../data/use-list.ts';
import type { Column } from '../../parts/columns.ts';
import { agreementStatus } from '../../words/agreements.ts';
import { decisionStatus } from '../../words/boards.ts';
import { networkLevel, networkStatus } from '../../words/networks.ts';
import { partnerStatus } from '../../words/partners.ts';
import { planStatus } from '../../words/plans.ts';
import { Agreements } from '../agreements/agreements.documents.ts';
import { Decisions } from '../decisions/decisions.documents.ts';
import { useEventColumns } from '../events/columns.tsx';
import { LogEvents } from '../events/events.documents.ts';
import { askedBy } from '../events/filter.ts';
import { Networks } from '../networks/networks.documents.ts';
import { Partners } from '../partners/partner.documents.ts';
import { Plans } from '../plans/plans.documents.ts';
import type { ExportKind } from './export-job.ts';
import { exportable } from './exportable.ts';
import type { Exportable } from './exportable.ts';
import { exportsMessages } from './exports.messages.ts';

/** A row of the list that a document asks for. */
type RowOf<Document, List extends string> =
  ResultOf<Document> extends Readonly<Record<List, Connection<infer Row>>> ? Row : never;

/** Every list that can be exported, in the language of the page. */
export function useExportables(): Readonly<Record<ExportKind, Exportable>> {
  return {
    agreements: useAgreements(),
    decisions: useDecisions(),
    events: useEvents(),
    networks: useNetworks(),
    partners: usePartners(),
    plans: usePlans(),
  };
}

/** A state of a list, by its words: the one that is named, where it is one of them. */
function useStates<Status extends string>(words: Messages<Status>) {
  const word = useText(words);
  const all = Object.keys(words.it) as Status[];
  return {
    word,
    statuses: all.map((one) => [one, word(one)] as const),
    named: (status: string | null) => all.find((one) => one === status) ?? null,
  };
}

function useDecisions(): Exportable {
  const say = useText(exportsMessages);
  const titleOf = useTitle();
  const { word, statuses, named } = useStates(decisionStatus);
  const columns: readonly Column<RowOf<typeof Decisions, 'decisions'>>[] = [
    { key: 'number', title: say('number'), value: ({ number }) => number },
    { key: 'title', title: say('subject'), value: titleOf },
    { key: 'status', title: say('status'), value: ({ status }) => word(status) },
    { key: 'board', title: say('body'), value: ({ board }) => board?.name ?? null },
    { key: 'proposedAt', title: say('proposedAt'), value: ({ proposedAt }) => proposedAt },
    { key: 'effectiveOn', title: say('effectiveOn'), value: ({ effectiveOn }) => effectiveOn },
    { key: 'id', title: say('id'), value: ({ id }) => id },
  ];
  return exportable({
    ...{ title: say('decisions'), statuses },
    columns,
    sourceOf: (status) => ({
      document: Decisions,
      filter: { status: named(status) },
      connectionIn: ({ decisions }: ResultOf<typeof Decisions>) => decisions,
    }),
  });
}

function usePlans(): Exportable {
  const say = useText(exportsMessages);
  const titleOf = useTitle();
  const { word, statuses, named } = useStates(planStatus);
  const columns: readonly Column<RowOf<typeof Plans, 'plans'>>[] = [
    { key: 'title', title: say('name'), value: titleOf },
    { key: 'status', title: say('status'), value: ({ status }) => word(status) },
    { key: 'region', title: say('region'), value: ({ regionCode }) => regionCode },
    { key: 'start', title: say('start'), value: ({ executionStart }) => executionStart },
    { key: 'end', title: say('end'), value: ({ executionEnd }) => executionEnd },
    { key: 'total', title: say('total'), value: ({ total }) => euros(total.cents) },
    { key: 'id', title: say('id'), value: ({ id }) => id },
  ];
  return exportable({
    ...{ title: say('plans'), statuses },
    columns,
    sourceOf: (status) => ({
      document: Plans,
      filter: { status: named(status) },
      connectionIn: ({ plans }: ResultOf<typeof Plans>) => plans,
    }),
  });
}

function useNetworks(): Exportable {
  const say = useText(exportsMessages);
  const titleOf = useTitle();
  const level = useText(networkLevel);
  const { word, statuses, named } = useStates(networkStatus);
  const columns: readonly Column<RowOf<typeof Networks, 'networks'>>[] = [
    { key: 'title', title: say('name'), value: titleOf },
    { key: 'status', title: say('status'), value: ({ status }) => word(status) },
    { key: 'level', title: say('level'), value: (row) => level(row.level) },
    { key: 'lead', title: say('lead'), value: ({ lead }) => lead?.name ?? null },
    { key: 'parent', title: say('parent'), value: ({ parent }) => parent && titleOf(parent) },
    { key: 'id', title: say('id'), value: ({ id }) => id },
  ];
  return exportable({
    ...{ title: say('networks'), statuses },
    columns,
    sourceOf: (status) => ({
      document: Networks,
      filter: { status: named(status) },
      connectionIn: ({ networks }: ResultOf<typeof Networks>) => networks,
    }),
  });
}

function useAgreements(): Exportable {
  const say = useText(exportsMessages);
  const titleOf = useTitle();
  const { word, statuses, named } = useStates(agreementStatus);
  const columns: readonly Column<RowOf<typeof Agreements, 'agreements'>>[] = [
    { key: 'title', title: say('name'), value: titleOf },
    { key: 'status', title: say('status'), value: ({ status }) => word(status) },
    { key: 'start', title: say('start'), value: ({ start }) => start },
    { key: 'end', title: say('end'), value: ({ end }) => end },
    { key: 'total', title: say('total'), value: ({ total }) => euros(total.cents) },
    { key: 'id', title: say('id'), value: ({ id }) => id },
  ];
  return exportable({
    ...{ title: say('agreements'), statuses },
    columns,
    sourceOf: (status) => ({
      document: Agreements,
      filter: { status: named(status) },
      connectionIn: ({ agreements }: ResultOf<typeof Agreements>) => agreements,
    }),
  });
}

function usePartners(): Exportable {
  const say = useText(exportsMessages);
  const { word, statuses, named } = useStates(partnerStatus);
  const columns: readonly Column<RowOf<typeof Partners, 'partners'>>[] = [
    { key: 'name', title: say('name'), value: ({ name }) => name },
    { key: 'status', title: say('status'), value: ({ status }) => word(status) },
    { key: 'id', title: say('id'), value: ({ id }) => id },
  ];
  return exportable({
    ...{ title: say('partners'), statuses },
    columns,
    sourceOf: (status) => ({
      document: Partners,
      filter: { status: named(status) },
      connectionIn: ({ partners }: ResultOf<typeof Partners>) => partners,
    }),
  });
}

function useEvents(): Exportable {
  const say = useText(exportsMessages);
  const { timeZone } = useFormats();
  const filter = askedBy({}, { timeZone, saying: () => [] });
  return exportable({
    title: say('events'),
    columns: useEventColumns(),
    sourceOf: () => ({
      document: LogEvents,
      filter,
      connectionIn: ({ events }: ResultOf<typeof LogEvents>) => events,
    }),
  });
}
