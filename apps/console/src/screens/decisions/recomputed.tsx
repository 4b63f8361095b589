import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Shown } from '../../parts/screen.tsx';
import { Steps } from '../../parts/vote/steps.tsx';
import { voteOutcome } from '../../words/boards.ts';
import { RecomputeDecision } from './decision.documents.ts';
import { decisionMessages } from './decision.messages.ts';

type Found = ResultOf<typeof RecomputeDecision>['recompute'];

/** Counts the outcome again when asked to; that it was asked stands in the address. */
export function Recomputed({ decision: id }: Readonly<{ decision: string }>): ReactNode {
  const say = useText(decisionMessages);
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const isAsked = search.ricalcolo === 'si';
  return (
    <div className="recomputed">
      <Link
        to="."
        replace
        resetScroll={false}
        className="btn btn-outline-primary no-print"
        search={(before) => ({ ...before, ricalcolo: isAsked ? undefined : 'si' })}
      >
        {say(isAsked ? 'recomputeHide' : 'recompute')}
      </Link>
      {isAsked && <Answer id={id} />}
    </div>
  );
}

function Answer({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(decisionMessages);
  const asked = useAsk(RecomputeDecision, { id });
  return (
    <>
      <p>{say('recomputeLead')}</p>
      <Shown of={asked}>{({ recompute }) => <Compared found={recompute} />}</Shown>
    </>
  );
}

function Compared({ found }: Readonly<{ found: Found }>): ReactNode {
  const say = useText(decisionMessages);
  const outcome = useText(voteOutcome);
  if (!found) return <p role="status">{say('noRecompute')}</p>;
  const { equal, recorded, computed, trace } = found;
  return (
    <>
      <p role="status">
        <strong>
          {equal
            ? say('equal', { outcome: outcome(computed) })
            : say('different', { computed: outcome(computed), recorded: outcome(recorded) })}
        </strong>
      </p>
      <h3>{say('steps')}</h3>
      <Steps trace={trace} />
    </>
  );
}
