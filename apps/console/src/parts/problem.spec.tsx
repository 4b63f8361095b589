import { describe, expect, it } from '@jest/globals';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { NotDone, ScreenFailed } from './problem.tsx';

const drawn = (locale: 'it' | 'en', what: ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale={locale} defaultLocale={locale}>
      {what}
    </IntlProvider>,
  ).replaceAll(/<[^>]*>/gu, ' ');

describe('a problem', () => {
  const refusal = {
    ...{ rule: 'VT-3', code: 'NOT_ENTITLED', message: 'Chi non siede non vota.' },
    requestId: 'request-1',
  };

  it('of a command that a rule kept out says the rule, the code and the request', () => {
    const text = drawn('it', <NotDone outcome={{ state: 'refused', refusal }} />);
    expect(text).toMatch(/VT-3.*Chi non siede non vota\..*Codice: NOT_ENTITLED/su);
    expect(text).toMatch(/Richiesta: request-1\s+Copia/u);
  });

  it('of a screen that broke says a code, and gives its details to copy', () => {
    const text = drawn('en', <ScreenFailed error={new Error('boom')} />);
    expect(text).toMatch(/Code: SCREEN_FAILED\s+Copy the details/u);
    expect(text).not.toContain('boom');
  });
});
