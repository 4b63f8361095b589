import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { ActForm, textIn } from '../../../parts/act-form.tsx';
import type { Draft } from './contributions.ts';
import { ReviseSection } from './drafting.documents.ts';
import { draftingMessages } from './drafting.messages.ts';

/** Begins another section; its key gives its place in the text. */
export function NewSection({
  draft: { id: plan, revision },
  mandate,
}: Readonly<{ draft: Draft; mandate: string }>): ReactNode {
  const say = useText(draftingMessages);
  return (
    <details>
      <summary>{say('newSection')}</summary>
      <ActForm
        document={ReviseSection}
        mandate={mandate}
        about={`new-section.${plan}`}
        submit={say('addSection')}
        inputFrom={(form) =>
          Promise.resolve({
            ...{ plan, seenRevision: revision, section: textIn(form, 'section') },
            ...{ title: textIn(form, 'title'), text: textIn(form, 'text') },
          })
        }
      >
        <label>
          {say('key')}
          <input type="text" name="section" required pattern="[A-Za-z0-9][A-Za-z0-9.\-]{0,59}" />
        </label>
        <p>{say('keyHelp')}</p>
        <label>
          {say('title')}
          <input type="text" name="title" required maxLength={300} />
        </label>
        <label>
          {say('text')}
          <textarea name="text" rows={4} required />
        </label>
      </ActForm>
    </details>
  );
}
