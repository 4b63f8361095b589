import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, textIn, tickedIn } from '../../parts/act-form.tsx';
import { RecordSecretTally } from './secretary-acts.documents.ts';
import { secretaryMessages } from './secretary.messages.ts';
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
        {(['for', 'against', 'abstain'] as const).map((name) => (
          <label key={name}>
            {say(name)}
            <input type="number" name={name} min={0} step={1} inputMode="numeric" required />
          </label>
        ))}
        <Voters sitting={sitting} item={item} />
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

function papersIn(form: FormData, name: string): number {
  return Number.parseInt(textIn(form, name), 10);
}
