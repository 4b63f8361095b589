import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ShortcutList } from '../../app/shortcut-list.tsx';
import { useLanguage } from '../../app/speaking.tsx';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { Filters } from '../../parts/filters.tsx';
import { Empty, Heading } from '../../parts/screen.tsx';
import { TextFilter } from '../../parts/text-filter.tsx';
import { found } from './found.ts';
import { meanings, terms } from './glossary.messages.ts';
import { helpMessages } from './help.messages.ts';

/** How the main things are done, all keys, and what the words mean. */
export function HelpScreen(): ReactNode {
  const say = useText(helpMessages);
  return (
    <>
      <Heading title={say('title')} />
      <section aria-labelledby="things">
        <h2 id="things">{say('things')}</h2>
        <div className="split">
          <Steps title={say('voteTitle')} steps={[say('vote1'), say('vote2'), say('vote3')]}>
            <Link to="/scrivania" search={keepMoment}>
              {say('desk')}
            </Link>
          </Steps>
          <Steps
            title={say('reviewTitle')}
            steps={[say('review1'), say('review2'), say('review3')]}
          >
            <Link to="/piani" search={keepMoment}>
              {say('plans')}
            </Link>
          </Steps>
          <Steps title={say('pastTitle')} steps={[say('past1'), say('past2'), say('past3')]}>
            <Link to="/eventi" search={keepMoment}>
              {say('events')}
            </Link>
          </Steps>
        </div>
      </section>
      <Glossary />
      <section aria-labelledby="keys">
        <h2 id="keys">{say('keys')}</h2>
        <ShortcutList />
      </section>
      <section aria-labelledby="contact">
        <h2 id="contact">{say('contact')}</h2>
        <p>
          {say('contactText')}{' '}
          <Link to="/accessibilita" search={keepMoment}>
            {say('statement')}
          </Link>
        </p>
      </section>
    </>
  );
}

function Steps({
  title,
  steps,
  children,
}: Readonly<{ title: string; steps: readonly string[]; children: ReactNode }>): ReactNode {
  return (
    <div>
      <h3>{title}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {children}
    </div>
  );
}

function Glossary(): ReactNode {
  const say = useText(helpMessages);
  const term = useText(terms);
  const meaning = useText(meanings);
  const [language] = useLanguage();
  const { parola }: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const shown = found(parola ?? '', language);
  const other = language === 'it' ? 'en' : 'it';
  return (
    <section aria-labelledby="glossary">
      <h2 id="glossary">{say('glossary')}</h2>
      <Filters>
        <TextFilter name="parola" label={say('find')} />
      </Filters>
      <p role="status">{say('count', { count: shown.length })}</p>
      {shown.length === 0 && <Empty>{say('none')}</Empty>}
      <dl className="glossary">
        {shown.map((key) => (
          <div key={key}>
            <dt>
              {term(key)} <small lang={other}>{terms[other][key]}</small>
            </dt>
            <dd>{meaning(key)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
