import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { checklistTopic } from '../../words/agreements.ts';
import { agreementMessages } from './agreement.messages.ts';
import type { Agreement } from './signature-state.ts';

/** Kinds that pass a grant on: their text must hold the whole of the mandatory content. */
const GRANTS: readonly Agreement['kind'][] = ['GRANT_AGREEMENT', 'IMPLEMENTING_CONVENTION'];

/** What a topic of the mandatory content is covered by; nothing where no clause covers it. */
export type Obligation = Readonly<{
  topic: keyof typeof checklistTopic.it;
  clauses: readonly Readonly<{ id: string; title: string }>[];
}>;

/** The obligations that the clauses name; of a grant also those that no clause covers. */
export function obligationsOf({
  kind,
  clauses,
}: Pick<Agreement, 'clauses' | 'kind'>): readonly Obligation[] {
  const topics = Object.keys(checklistTopic.it) as Obligation['topic'][];
  const all = topics.map((topic) => ({
    topic,
    clauses: clauses.filter(({ covers }) => covers?.includes(topic) === true),
  }));
  return GRANTS.includes(kind) ? all : all.filter((one) => one.clauses.length > 0);
}

/** What the parties are bound to, by topic, each with the clauses that say so. */
export function Obligations({ agreement }: Readonly<{ agreement: Agreement }>): ReactNode {
  const say = useText(agreementMessages);
  const topicWord = useText(checklistTopic);
  const all = obligationsOf(agreement);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{say('obligations')}</h2>
      <dl className="facts">
        {all.map(({ topic, clauses }) => (
          <div key={topic}>
            <dt>{topicWord(topic)}</dt>
            {clauses.length === 0 && <dd>{say('uncovered')}</dd>}
            {clauses.map(({ id, title }) => (
              <dd key={id}>
                <a href={`#clausola-${id}`}>{title}</a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
