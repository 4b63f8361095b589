import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { ComparedSection, Run } from './compared.ts';
import { planMessages } from './plan.messages.ts';

const marks = { changed: 'changedMark', added: 'addedMark', removed: 'removedMark' } as const;

/** One section: its words with what came and went, in one column or in two. */
export function Section({
  section: { id, title, kind, runs },
  isSplit,
  isSeen,
  toggle,
  children,
}: Readonly<{
  section: ComparedSection;
  isSplit: boolean;
  isSeen: boolean;
  toggle: (id: string) => void;
  /** What is said of it, below its words. */
  children?: ReactNode;
}>): ReactNode {
  const say = useText(planMessages);
  const heading = `sezione-${id}`;
  return (
    <article
      className="plan-section"
      aria-labelledby={heading}
      data-section={id}
      data-changed={kind !== 'same'}
      tabIndex={-1}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {kind !== 'same' && <Chip tone="soon">{say(marks[kind])}</Chip>}
        <label className="check no-print">
          <input
            type="checkbox"
            checked={isSeen}
            onChange={() => {
              toggle(id);
            }}
          />
          {say('viewed')}
        </label>
      </header>
      {isSplit && kind === 'changed' ? (
        <div className="split">
          <div>
            <h3>{say('then')}</h3>
            <Words runs={runs.filter((run) => run.kind !== 'inserted')} />
          </div>
          <div>
            <h3>{say('now')}</h3>
            <Words runs={runs.filter((run) => run.kind !== 'deleted')} />
          </div>
        </div>
      ) : (
        <Words runs={runs} />
      )}
      {children}
    </article>
  );
}

/** What came is underlined and what went struck through: colour only repeats it. */
export function Words({ runs }: Readonly<{ runs: readonly Run[] }>): ReactNode {
  const say = useText(planMessages);
  return (
    <p className="text">
      {runs.map(({ kind, text }, place) => {
        if (kind === 'same') return text;
        const Mark = kind === 'inserted' ? 'ins' : 'del';
        return (
          <Mark key={`${kind}-${String(place)}`}>
            <span className="visually-hidden">{say(kind)}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
