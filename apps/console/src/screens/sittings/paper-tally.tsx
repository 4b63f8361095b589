import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, tickedIn } from '../../parts/act-form.tsx';
import { RecordSecretTally } from './secretary-acts.documents.ts';
import { secretaryMessages } from './secretary.messages.ts';
import { countedIn, papersIn } from './papers.ts';
import { peopleThere, sitterOf } from './shape.ts';
import type { Item, Sitting } from './shape.ts';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** The secretary enters what the tellers counted of a secret vote on paper (D-3). */
export function PaperTally({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const { mandate } = useMay('recordSecretTally', sitting.id);
  if (mandate === null) return null;
  const { textSha256 } = item;
  return (
    <section aria-labelledby="tally">
      <h3 id="tally">{say('tally')}</h3>
      <ActForm
        document={RecordSecretTally}
        mandate={mandate}
        about={`tally.${sitting.id}.${item.item}`}
        submit={say('recordTally')}
        inputFrom={(form) =>
          Promise.resolve({
            ...{ sitting: sitting.id, item: item.item, textSha256 },
            ...{ for: papersIn(form, 'for'), against: papersIn(form, 'against') },
            abstain: papersIn(form, 'abstain'),
            ...{ voters: tickedIn(form, 'voters'), tellers: tickedIn(form, 'tellers') },
          })
        }
      >
        <p>{say('tallyLead')}</p>
        <Papers>
          {(['for', 'against', 'abstain'] as const).map((name) => (
            <label key={name}>
              {say(name)}
              <input type="number" name={name} min={0} step={1} inputMode="numeric" required />
            </label>
          ))}
          <Voters sitting={sitting} item={item} />
        </Papers>
        <fieldset>
          <legend>{say('tellers')}</legend>
          {peopleThere(sitting).map(({ id, name }) => (
            <label key={id} className="tick">
              <input type="checkbox" name="tellers" value={id} /> {name}
            </label>
          ))}
        </fieldset>
      </ActForm>
    </section>
  );
}

/** Fields of a tally, and below them whether papers and voters are as many yet (D-3). */
function Papers({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const say = useText(secretaryMessages);
  const place = useRef<HTMLDivElement>(null);
  const [{ papers, voters }, setCount] = useState({ papers: 0, voters: 0 });
  const count = () => {
    const form = place.current?.closest('form');
    if (!form) return;
    const next = countedIn(new FormData(form));
    if (next.papers !== papers || next.voters !== voters) setCount(next);
  };
  // What was written before is put back without a change of a field that could be heard of.
  useEffect(count);
  return (
    <div ref={place} className="form-of" onChange={count}>
      {children}
      <p role="status">
        {say(papers === voters ? 'papersMatch' : 'papersDiffer', { papers, voters })}
      </p>
    </div>
  );
}

/** Seats that may have handed in a paper: whoever sits for them is not out for the item. */
function Voters({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const { members = [], recused = [] } = item.vote?.electorate ?? {};
  const entitled = members.filter(({ seat }) => !recused.includes(seat));
  return (
    <fieldset>
      <legend>{say('voters')}</legend>
      {entitled.map(({ seat }) => {
        const name = sitterOf(sitting, seat)?.person.name ?? seat;
        return (
          <label key={seat} className="tick">
            <input type="checkbox" name="voters" value={seat} /> {name}
          </label>
        );
      })}
    </fieldset>
  );
}
