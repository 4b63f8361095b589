import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { Table } from '../../parts/table.tsx';
import { voteChoice } from '../../words/boards.ts';
import { decisionMessages } from './decision.messages.ts';
import { namedVotes } from './shape.ts';
import type { NamedVote, Voting } from './shape.ts';

/** Who voted how; of a secret vote that nobody can know. */
export function Names({ voting }: Readonly<{ voting: Voting }>): ReactNode {
  const say = useText(decisionMessages);
  const columns = useColumns();
  if (voting.form === 'SECRET' || voting.form === 'SECRET_ON_PAPER')
    return <p>{say('secretNames')}</p>;
  return (
    <>
      <h3>{say('names')}</h3>
      <Table
        caption={say('names')}
        file={say('names')}
        columns={columns}
        rows={namedVotes(voting)}
        idOf={({ seat }) => seat}
      />
    </>
  );
}

function useColumns(): readonly Column<NamedVote>[] {
  const say = useText(decisionMessages);
  const choice = useText(voteChoice);
  const votedBy = ({ choice: cast, isCancelled, isRecused }: NamedVote) => {
    if (isCancelled) return say('cancelledVote');
    if (isRecused) return say('recusedVote');
    return cast === null ? say('noVote') : choice(cast);
  };
  return [
    { key: 'seat', title: say('seat'), value: ({ person }) => person ?? '—' },
    { key: 'category', title: say('category'), value: ({ category }) => category },
    { key: 'choice', title: say('choice'), value: votedBy },
    {
      ...{ key: 'castAt', title: say('castAt') },
      ...{ value: ({ castAt }) => castAt, as: 'instant' },
    },
  ];
}
