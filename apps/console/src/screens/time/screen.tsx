import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useText } from '../../app/text.ts';
import { momentIn } from '../../app/moment.ts';
import { ObjectLink, pageOf } from '../../parts/object-link.tsx';
import { Problem } from '../../parts/problem.tsx';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { Empty, Heading } from '../../parts/screen.tsx';
import { Changes } from './changes.tsx';
import { CompareFrom } from './compare-from.tsx';
import { isStep, placeAt, useHistory } from '../../data/history.ts';
import type { Fact } from '../../data/history.ts';
import { EventTable } from './event-table.tsx';
import { FactPanel } from './fact.tsx';
import { Histogram } from './histogram.tsx';
import { WholeState } from './state.tsx';
import { Steering } from './steering.tsx';
import { timeMessages } from './time.messages.ts';

/** What was recorded of an object, event by event, and what each changed. */
export function TimeScreen(): ReactNode {
  const say = useText(timeMessages);
  const { id = '' } = useParams({ strict: false });
  const { facts, progress, error, again } = useHistory(id);
  if (!facts)
    return (
      <>
        <Heading title={say('title')} />
        {error ? (
          <Problem error={error} again={again} />
        ) : (
          <ProgressBar label={say('reading', progress)} {...progress} />
        )}
      </>
    );
  if (facts.length === 0)
    return (
      <>
        <Heading title={say('title')} />
        <Empty>
          <p>{say('empty')}</p>
        </Empty>
      </>
    );
  return <Machine id={id} facts={facts} />;
}

function Machine({ id, facts }: Readonly<{ id: string; facts: readonly Fact[] }>): ReactNode {
  const say = useText(timeMessages);
  const navigate = useNavigate();
  const why = useRef<HTMLHeadingElement>(null);
  const search: Words = useSearch({ strict: false });
  const shown = search.passi === '1' ? facts : facts.filter((fact) => !isStep(fact));
  const place = placeAt(momentIn(search.at), { shown, facts });
  const fact = shown[place];
  const go = (change: Words) => {
    void navigate({ to: '.', search: { ...search, ...change }, replace: true });
  };
  const choose = (next: number) => {
    go({ at: shown[next]?.id });
  };
  if (!fact) return null;
  const before = shown.slice(0, place);
  const from = before.find(({ id: one }) => one === search.da) ?? before.at(-1) ?? null;
  return (
    <>
      <Heading
        title={say('titleOf', { name: titleIn(facts) ?? id })}
        trail={<ObjectLink id={id}>{id}</ObjectLink>}
      />
      <Histogram facts={shown} place={place} choose={choose} />
      <Steering facts={shown} place={place} choose={choose} explain={() => why.current?.focus()} />
      <label className="check no-print">
        <input
          type="checkbox"
          checked={search.passi === '1'}
          onChange={({ target }) => {
            go({ passi: target.checked ? '1' : undefined });
          }}
        />
        {say('steps')}
      </label>
      <div className="time-panels">
        <section aria-labelledby="event">
          <h2 id="event" ref={why} tabIndex={-1}>
            {say('event')}
          </h2>
          <FactPanel fact={fact} />
          <AsItWas id={id} at={fact.id} />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">{say('changes')}</h2>
          <CompareFrom
            facts={before}
            chosen={search.da}
            choose={(da) => {
              go({ da });
            }}
          />
          <Changes of={id} from={from?.id ?? null} to={fact.id} />
        </section>
      </div>
      <WholeState of={id} from={from?.id ?? null} to={fact.id} />
      <EventTable facts={shown} chosen={fact.id} choose={choose} />
    </>
  );
}

type Words = Readonly<Record<string, string | undefined>>;

/** The title that the object came with: later ones may be of its parts. */
function titleIn(facts: readonly Fact[]): string | null {
  for (const { data } of facts) {
    const { title, name } = (data ?? {}) as { title?: unknown; name?: unknown };
    const found = [title, name].find((one) => typeof one === 'string');
    if (found !== undefined) return found;
  }
  return null;
}

function AsItWas({ id, at }: Readonly<{ id: string; at: string }>): ReactNode {
  const say = useText(timeMessages);
  const page = pageOf(id);
  if (page === null) return null;
  return (
    <Link to={page} params={{ id }} search={{ at }} className="btn btn-outline-primary no-print">
      {say('asItWas')}
    </Link>
  );
}
