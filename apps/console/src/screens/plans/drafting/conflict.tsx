import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../app/text.ts';
import { comparedTexts } from '../compared.ts';
import { Words } from '../section.tsx';
import { draftingMessages } from './drafting.messages.ts';
import type { SectionDraft } from './use-section-draft.ts';
import { merged, wordingParts } from './wording.ts';
import type { Wording } from './wording.ts';

/** Somebody else saved this section meanwhile: both texts against what they began from. */
export function Conflict({ own }: Readonly<{ own: SectionDraft }>): ReactNode {
  const say = useText(draftingMessages);
  const both = merged(own.base, own.mine, own.now);
  return (
    <div role="alert" className="problem">
      <p>
        <strong>{say('conflict')}</strong> {say('conflictLead')}
      </p>
      <div className="split">
        <Side title={say('theirs')} before={own.base} after={own.now} />
        <Side title={say('mine')} before={own.base} after={own.mine} />
      </div>
      <details>
        <summary>{say('base')}</summary>
        <p className="text">{own.base.text}</p>
      </details>
      <p className="form-buttons">
        {both && (
          <button
            type="button"
            className="btn btn-primary"
            onClick={() => {
              own.writeOver(both);
            }}
          >
            {say('merge')}
          </button>
        )}
        <button
          type="button"
          className="btn btn-outline-primary"
          onClick={() => {
            own.writeOver(own.mine);
          }}
        >
          {say('keepMine')}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={own.giveUp}>
          {say('takeTheirs')}
        </button>
      </p>
    </div>
  );
}

/** Every part that differs, word by word. */
function Side({
  title,
  before,
  after,
}: Readonly<{ title: string; before: Wording; after: Wording }>): ReactNode {
  const say = useText(draftingMessages);
  const { locale } = useIntl();
  return (
    <div>
      <h3>{title}</h3>
      {wordingParts
        .filter((part) => part === 'text' || before[part] !== after[part])
        .map((part) => (
          <div key={part}>
            {part !== 'text' && <h4>{say(part)}</h4>}
            <Words runs={comparedTexts(before[part], after[part], locale)} />
          </div>
        ))}
    </div>
  );
}
