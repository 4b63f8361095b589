import { Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { decisionMessages } from './decision.messages.ts';
import { numberedIn } from './numbers.ts';
import { useDecisionsOf } from './use-of-body.ts';

/** The lasting address of a decision by its body and its number: it leads to its page. */
export function NumberedDecisionScreen(): ReactNode {
  const say = useText(decisionMessages);
  const { id: board = '', number = '' } = useParams({ strict: false });
  const asked = useDecisionsOf(board);
  return (
    <Shown of={asked}>
      {(all) => {
        const found = numberedIn(all, number);
        if (found)
          return (
            <Navigate to="/decisioni/$id" params={{ id: found.id }} search={keepMoment} replace />
          );
        return (
          <>
            <Heading title={say('list')} />
            <Empty>
              <p>{say('missing')}</p>
            </Empty>
          </>
        );
      }}
    </Shown>
  );
}
