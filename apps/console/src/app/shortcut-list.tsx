import type { ReactNode } from 'react';
import { useId } from 'react';
import { switchLetters, useLetters } from './letters.ts';
import { places } from './places.ts';
import { shortcutMessages } from './shortcuts.messages.ts';
import { useText } from './text.ts';

type Row = readonly [keys: ReactNode, what: string];

/** All keys there are, and the switch for those of a single letter. */
export function ShortcutList(): ReactNode {
  const say = useText(shortcutMessages);
  return (
    <>
      <h3>{say('everywhere')}</h3>
      <Keys
        of={[
          [<Combined key="k" of={['Ctrl / ⌘', 'K']} />, say('palette')],
          [<kbd key="?">?</kbd>, say('sheet')],
          [<kbd key="/">/</kbd>, say('search')],
          ...places.map(([letter, to, what]): Row => [
            <Combined key={to} of={['G', letter.toUpperCase()]} between={say('then')} />,
            say(what),
          ]),
          [<kbd key="esc">Esc</kbd>, say('escape')],
        ]}
      />
      <Letters />
      <h3>{say('onScreens')}</h3>
      <Keys
        of={[
          [<Combined key="desk" of={['J', 'K', 'H', 'E']} between="·" />, say('deskKeys')],
          [<Combined key="vote" of={['1', '2', '3']} between="·" />, say('voteKeys')],
          [<Combined key="roll" of={['A…Z', say('space')]} between="·" />, say('rollKeys')],
          [<Combined key="plan" of={['N', 'P', 'V', 'C']} between="·" />, say('planKeys')],
          [
            <Combined
              key="time"
              of={['←', '→', '⇧', 'Home', 'End', say('space'), 'E', 'S']}
              between="·"
            />,
            say('timeKeys'),
          ],
          [
            <Combined key="map" of={[say('arrows'), say('enter'), '+', '−', '0']} between="·" />,
            say('mapKeys'),
          ],
        ]}
      />
    </>
  );
}

function Keys({ of }: Readonly<{ of: readonly Row[] }>): ReactNode {
  return (
    <dl className="keys">
      {of.map(([keys, what]) => (
        <div key={what}>
          <dt>{keys}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

function Combined({
  of,
  between = '+',
}: Readonly<{ of: readonly string[]; between?: string }>): ReactNode {
  return of.map((key, place) => (
    <span key={key}>
      {place > 0 && ` ${between} `}
      <kbd>{key}</kbd>
    </span>
  ));
}

function Letters(): ReactNode {
  const say = useText(shortcutMessages);
  const areOn = useLetters();
  const hint = useId();
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={areOn}
          aria-describedby={hint}
          onChange={({ target }) => {
            switchLetters(target.checked);
          }}
        />
        {say('letters')}
      </label>
      <p id={hint}>{say('lettersHint')}</p>
    </>
  );
}
