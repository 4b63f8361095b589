import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Chip } from '../../parts/chip.tsx';
import { Filters } from '../../parts/filters.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { TextFilter } from '../../parts/text-filter.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { stepFate } from '../../words/operations.ts';
import type { Step } from './shape.ts';
import { StepRows } from './step-rows.tsx';
import { StepSteering } from './step-steering.tsx';
import { ProjectionNames, StepOfProjection } from './stepping.documents.ts';
import { steppingMessages } from './stepping.messages.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** Goes through one projection event by event: which rows each changed, before and after. */
export function StepperScreen(): ReactNode {
  const say = useText(steppingMessages);
  const { name = '' } = useParams({ strict: false });
  const { evento }: Words = useSearch({ strict: false });
  const variables = { projection: name, event: evento ?? null };
  const asked = useAsk(StepOfProjection, variables, { isOfNow: true });
  return (
    <>
      <Heading title={say('title', { name })} trail={<Link to="/esercizio">{say('back')}</Link>}>
        <p>{say('intro')}</p>
      </Heading>
      <Filters>
        <ProjectionChoice chosen={name} />
        <TextFilter name="evento" label={say('eventId')} />
      </Filters>
      <Shown of={asked}>
        {({ projectionStep: step }) => (step ? <Found step={step} /> : <Missing name={name} />)}
      </Shown>
    </>
  );
}

function Missing({ name }: Readonly<{ name: string }>): ReactNode {
  const say = useText(steppingMessages);
  return (
    <Empty>
      <p>{say('missing')}</p>
      <Link to="/esercizio/passi/$name" params={{ name }} className="btn btn-outline-primary">
        {say('toLast')}
      </Link>
    </Empty>
  );
}

/** Another projection at the same event. */
function ProjectionChoice({ chosen }: Readonly<{ chosen: string }>): ReactNode {
  const say = useText(steppingMessages);
  const navigate = useNavigate();
  const { data } = useAsk(ProjectionNames, {}, { isOfNow: true });
  const names = data?.data.operations?.projections.map(({ name }) => name) ?? [];
  return (
    <div className="filter">
      <label htmlFor="projection">{say('projection')}</label>
      <select
        id="projection"
        value={chosen}
        onChange={({ target: { value: name } }) => {
          void navigate({ to: '/esercizio/passi/$name', params: { name } });
        }}
      >
        {[...new Set([...names, chosen])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Found({ step }: Readonly<{ step: Step }>): ReactNode {
  const say = useText(steppingMessages);
  const fate = useText(stepFate);
  const { sentence, who } = useTelling();
  const { instant } = useFormats();
  const { event, eventsBefore, eventsAfter } = step;
  const isTaken = step.fate !== 'NOT_TAKEN';
  const place = { place: eventsBefore + 1, total: eventsBefore + 1 + eventsAfter };
  return (
    <>
      <StepSteering step={step} />
      <p role="status">
        {isTaken ? say('place', place) : say('outside')} {sentence(event)}
      </p>
      <section aria-labelledby="event">
        <h2 id="event">{say('event')}</h2>
        <p>
          <strong>{sentence(event)}</strong>{' '}
          <Chip tone={step.fate === 'FAILED' ? 'late' : undefined}>{fate(step.fate)}</Chip>
        </p>
        <p>
          <time dateTime={event.recordedAt} title={event.recordedAt}>
            {instant(event.recordedAt)}
          </time>{' '}
          · {who(event.actor)} · {event.type} ·{' '}
          <Link to="/eventi/$id" params={{ id: event.id }}>
            {say('open')}
          </Link>
        </p>
        {step.message !== null && <pre className="json">{step.message}</pre>}
        <details>
          <summary>{say('data')}</summary>
          <pre className="json" tabIndex={0}>
            {JSON.stringify(event.data, null, 2)}
          </pre>
        </details>
      </section>
      <StepRows rows={step.rows} />
    </>
  );
}
