import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { forgetDrafts } from '../data/drafts.ts';
import { sessionQuery, signInAddress, signOut } from '../data/session.ts';
import { PrintFooter } from '../parts/print-footer.tsx';
import { CONTENT, useArrival } from './arrival.ts';
import { Keyboard } from './keyboard.tsx';
import { keepMoment } from './moment.ts';
import { MomentBanner } from './moment-banner.tsx';
import { Offline } from './offline.tsx';
import { languages } from './language.ts';
import { useLanguage } from './speaking.tsx';
import { useInstance } from './instance.ts';
import { SessionEnding } from './session-ending.tsx';
import { shellMessages } from './shell.messages.ts';
import { useText } from './text.ts';

/** The frame around every screen: who, where, when. */
export function Shell(): ReactNode {
  const say = useText(shellMessages);
  const instance = useInstance();
  useArrival();
  return (
    <>
      <a className="skip" href={`#${CONTENT}`}>
        {say('skip')}
      </a>
      <header className="shell-header">
        <div className="shell-slim">
          <Link to="/" search={keepMoment} className="shell-name">
            Tavolo <span className="shell-instance">{instance?.name ?? ''}</span>
          </Link>
          <Link to="/cerca" search={keepMoment}>
            {say('search')}
          </Link>
          <LanguageSwitch />
          <Account />
        </div>
        <Navigation />
        {instance?.demo === true && <p className="shell-demo">{say('demo')}</p>}
      </header>
      <MomentBanner />
      <Offline />
      <main id={CONTENT} tabIndex={-1} className="shell-content">
        <Outlet />
      </main>
      <Footer />
      <PrintFooter />
      <Keyboard />
      <SessionEnding />
    </>
  );
}

const places = [
  ['/scrivania', 'desk'],
  ['/calendario', 'calendar'],
  ['/sedute', 'sittings'],
  ['/piani', 'plans'],
  ['/decisioni', 'decisions'],
  ['/reti', 'networks'],
  ['/accordi', 'agreements'],
  ['/partner', 'partners'],
] as const;

/** Folded behind a button where the window is narrow. */
function Navigation(): ReactNode {
  const say = useText(shellMessages);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    setOpen(false);
  }, [path]);
  return (
    <nav
      aria-label={say('navigation')}
      className="shell-nav"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="btn shell-menu"
        aria-expanded={isOpen}
        aria-controls="shell-places"
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {say('menu')}
      </button>
      <ul id="shell-places" data-open={isOpen}>
        {places.map(([to, name]) => (
          <li key={to}>
            <Link to={to} search={keepMoment} activeProps={{ 'aria-current': 'page' }}>
              {say(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LanguageSwitch(): ReactNode {
  const say = useText(shellMessages);
  const [language, choose] = useLanguage();
  const navigate = useNavigate();
  const { lang }: { lang?: string } = useSearch({ strict: false });
  // A shared link that was read in another language is shared on, and reloaded, in that one.
  const spoken = (one: string) => (search: object) => ({ ...search, lang: one });
  const names = { it: say('italian'), en: say('english') };
  return (
    <div role="group" aria-label={say('language')} className="shell-languages">
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-label={`${one.toUpperCase()} · ${names[one]}`}
          aria-pressed={one === language}
          onClick={() => {
            choose(one);
            if (lang !== undefined) void navigate({ to: '.', search: spoken(one), replace: true });
          }}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}

function Account(): ReactNode {
  const say = useText(shellMessages);
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const here = useRouterState({ select: ({ location }) => location.href });
  if (session === undefined) return <span className="shell-account" />;
  if (!session)
    return (
      <a className="shell-account" href={signInAddress(here)}>
        {say('signIn')}
      </a>
    );
  const leave = async () => {
    const issuer = await signOut();
    forgetDrafts(session.person.id);
    await (await import('../screens/exports/kept-exports.ts')).forgetExports(session.person.id);
    client.clear();
    location.assign(issuer ?? '/');
  };
  return (
    <span className="shell-account">
      <span className="shell-who">{session.person.name ?? session.person.id}</span>
      <button type="button" onClick={() => void leave()}>
        {say('signOut')}
      </button>
    </span>
  );
}

function Footer(): ReactNode {
  const say = useText(shellMessages);
  return (
    <footer className="shell-footer">
      <nav aria-label={say('footer')}>
        <ul>
          <li>
            <Link to="/aiuto" search={keepMoment}>
              {say('help')}
            </Link>
          </li>
          <li>
            <Link to="/accessibilita" search={keepMoment}>
              {say('accessibility')}
            </Link>
          </li>
          <li>
            <Link to="/albo" search={keepMoment}>
              {say('published')}
            </Link>
          </li>
          <li>
            <Link to="/eventi" search={keepMoment}>
              {say('events')}
            </Link>
          </li>
          <li>
            <Link to="/esercizio">{say('operations')}</Link>
          </li>
          <li>
            <a href="/altair/">{say('api')}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
