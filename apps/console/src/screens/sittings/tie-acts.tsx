import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { tieSide } from '../../words/boards.ts';
import type { Item, Sitting } from './shape.ts';
import { peopleThere } from './shape.ts';
import { CastSecondVote, PostponeTie, RecordDraw } from './secretary-acts.documents.ts';
import { secretaryMessages } from './secretary.messages.ts';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** Equal votes wait for a drawing or for the second vote of who presided, or are put off (D-2). */
export function TieActs({ sitting, item }: Props): ReactNode {
  const rule = item.vote?.ending?.tie?.rule;
  if (useMoment() !== null) return null;
  return (
    <>
      {rule !== 'CHAIR_SECOND' && <Drawing sitting={sitting} item={item} />}
      {rule === 'CHAIR_SECOND' && <SecondVote sitting={sitting} item={item} />}
      <Postponing sitting={sitting} item={item} />
    </>
  );
}

const sides = ['FOR', 'AGAINST'] as const;

function Drawing({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const side = useText(tieSide);
  const { mandate } = useMay('recordDraw', sitting.id);
  if (mandate === null) return null;
  const { textSha256 } = item;
  return (
    <section aria-labelledby="draw">
      <h3 id="draw">{say('draw')}</h3>
      <ActForm
        document={RecordDraw}
        mandate={mandate}
        about={`draw.${sitting.id}.${item.item}`}
        submit={say('recordDraw')}
        inputFrom={async (form) => ({
          ...{ sitting: sitting.id, item: item.item, textSha256 },
          drawnBy: textIn(form, 'drawnBy'),
          side: sides.find((one) => one === textIn(form, 'side')) ?? 'FOR',
          record: (await handedIn(form, 'record')) ?? '',
        })}
      >
        <p>{say('drawLead')}</p>
        <label>
          {say('drawnBy')}
          <select name="drawnBy" required>
            {peopleThere(sitting).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{say('side')}</legend>
          {sides.map((one) => (
            <label key={one} className="tick">
              <input type="radio" name="side" value={one} required /> {side(one)}
            </label>
          ))}
        </fieldset>
        <label>
          {say('drawRecord')}
          <input type="file" name="record" required />
        </label>
      </ActForm>
    </section>
  );
}

function SecondVote({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const word = useText(tieSide);
  const { mandate } = useMay('castSecondVote', sitting.id);
  if (mandate === null) return <p>{say('secondVoteWaits')}</p>;
  const on = { sitting: sitting.id, item: item.item, textSha256: item.textSha256 };
  return (
    <section aria-labelledby="second">
      <h3 id="second">{say('secondVote')}</h3>
      <p>{say('secondVoteLead')}</p>
      <p className="form-buttons">
        {sides.map((side) => (
          <ActButton key={side} document={CastSecondVote} input={{ ...on, side }} mandate={mandate}>
            {say('secondVoteFor', { side: word(side) })}
          </ActButton>
        ))}
      </p>
    </section>
  );
}

function Postponing({ sitting, item }: Props): ReactNode {
  const say = useText(secretaryMessages);
  const { mandate } = useMay('postponeTie', sitting.id);
  if (mandate === null) return null;
  return (
    <p className="form-buttons">
      <ActButton
        document={PostponeTie}
        input={{ sitting: sitting.id, item: item.item }}
        mandate={mandate}
      >
        {say('postponeTie')}
      </ActButton>
    </p>
  );
}
