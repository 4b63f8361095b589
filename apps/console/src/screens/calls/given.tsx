import type { ReactNode } from 'react';
import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import { useAsk } from '../../data/use-ask.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Table } from '../../parts/table.tsx';
import { NamesOf } from './calls.documents.ts';
import { callsMessages } from './calls.messages.ts';

/** An amount that went to an object. */
export type Given = Readonly<{ to: string; cents: string | number }>;

/** Which amounts went where, with their sum. */
export function GivenAmounts({
  title,
  given,
}: Readonly<{ title: string; given: readonly Given[] }>): ReactNode {
  const say = useText(callsMessages);
  const { money } = useFormats();
  const titleOf = useTitle();
  const ids = given.map(({ to }) => to);
  const { data } = useAsk(NamesOf, { ids }, { enabled: ids.length > 0 });
  const nameOf = (id: string) => {
    const found = data?.data.nodes.find((one) => one?.id === id);
    return found?.__typename === 'Plan' || found?.__typename === 'Call' ? titleOf(found) : id;
  };
  const columns: readonly Column<Given>[] = [
    {
      key: 'name',
      title: say('name'),
      value: ({ to }) => nameOf(to),
      cell: ({ to }) => <ObjectLink id={to}>{nameOf(to)}</ObjectLink>,
    },
    {
      ...{ key: 'amount', title: say('amount'), isNumber: true },
      value: ({ cents }) => euros(cents),
      cell: ({ cents }) => money(cents),
    },
  ];
  const sum = given.reduce((all, { cents }) => all + BigInt(cents), 0n);
  return (
    <section>
      <h2>{title}</h2>
      {given.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Table
          caption={title}
          columns={columns}
          rows={given}
          idOf={({ to }) => to}
          foot={[say('sum'), money(sum)]}
        />
      )}
    </section>
  );
}
