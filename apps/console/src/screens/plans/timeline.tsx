import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { dayOf } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useTitle } from '../../app/titles.ts';
import type { Moment } from '../../data/ask.ts';
import { placeAt, useHistory } from '../../data/history.ts';
import type { Column } from '../../parts/columns.ts';
import { Table } from '../../parts/table.tsx';
import { planStatus } from '../../words/plans.ts';
import type { Plan } from './compared.ts';
import { daysBetween, lastDayOf, marksOf, spanOf, stagesOf, yearsIn } from './stages.ts';
import type { Mark, Stage } from './stages.ts';
import { timelineMessages } from './timeline.messages.ts';
import { useWidth } from './use-width.ts';

/** A plan through time: its stages as bands, approvals and signatures as marks, and where it is today. */
export function Timeline({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(timelineMessages);
  const status = useText(planStatus);
  const { day, number } = useFormats();
  const { stages, marks, today } = useCourse(plan);
  const present = stages.at(-1);
  const [first] = stages;
  if (!present || !first) return null;
  const end = lastDayOf(plan.executionEnd);
  const finding = say('finding', {
    ...{ status: status(present.status), from: day(present.from), end: day(end) },
    ...{ days: number(daysBetween(first.from, present.from)), stages: stages.length },
    isLate: end < today && present.status === 'IN_EXECUTION' ? 'yes' : 'no',
  });
  return (
    <section>
      <h2>{say('title')}</h2>
      <p>
        <strong>{finding}</strong>
      </p>
      <Drawn {...{ stages, marks, today, finding }} />
      <Legend />
      <Stages stages={stages} today={today} />
      <Marks plan={plan} marks={marks} />
    </section>
  );
}

/** The course of a plan until the moment that the page shows. */
function useCourse(plan: Plan) {
  const moment = useMoment();
  const { timeZone } = useFormats();
  const { facts = [] } = useHistory(plan.id);
  const until = placeAt(moment, { shown: facts, facts });
  const steps = facts
    .slice(0, until + 1)
    .filter(({ stream }) => stream === plan.id)
    .map(({ id, type, effectiveOn, recordedAt }) => {
      return { id, type, day: effectiveOn ?? dayOf(recordedAt, timeZone) };
    });
  const today = dayOf(instantOf(moment, facts[until]?.recordedAt), timeZone);
  const marks = marksOf(steps, { agreements: plan.agreements, end: plan.executionEnd });
  return { stages: stagesOf(steps), marks, today };
}

/** The instant that the page shows: now, that of the address, or that of its event. */
function instantOf(moment: Moment | null, recordedAt: string | undefined): string {
  if (moment && 'at' in moment) return moment.at;
  return (moment && recordedAt) ?? new Date().toISOString();
}

const ROW = 26;
const BAND = 18;
const AXIS = 28;
const NUMBER = 24;
const NARROWEST = 3;
const A_YEAR = 60;
const MARK = 6;

type DrawnProps = Readonly<{
  stages: readonly Stage[];
  marks: readonly Mark[];
  today: string;
  finding: string;
}>;

/** One row for each stage by its number in the table; marks above them, today as a broken line. */
function Drawn({ stages, marks, today, finding }: DrawnProps): ReactNode {
  const say = useText(timelineMessages);
  const { frame, width } = useWidth();
  const title = useId();
  const hatch = useId();
  const span = spanOf(stages, marks, today);
  const time = scaleLinear(
    [Date.parse(span.first), Date.parse(span.last) + 1],
    [NUMBER, width - MARK],
  );
  const x = (day: string) => time(Date.parse(day));
  const height = AXIS + stages.length * ROW;
  return (
    <div ref={frame}>
      <svg
        className="timeline"
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-labelledby={title}
      >
        <title id={title}>{finding}</title>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 L6 0" />
        </pattern>
        {yearsIn(span, Math.floor(width / A_YEAR)).map((year) => (
          <g key={year} className="timeline-year">
            <line x1={x(year)} x2={x(year)} y1={AXIS} y2={height} />
            <text x={x(year)} y={10}>
              {year.slice(0, 4)}
            </text>
          </g>
        ))}
        {stages.map(({ id, from, to }, place) => {
          const [left, right] = [x(from), x(to ?? (today > from ? today : from))];
          const top = AXIS + place * ROW;
          return (
            <g key={id}>
              <text x={0} y={top + BAND - 4}>
                {place + 1}
              </text>
              <rect
                className={to === null ? undefined : 'timeline-past'}
                fill={to === null ? `url(#${CSS.escape(hatch)})` : undefined}
                x={left}
                y={top}
                width={Math.max(NARROWEST, right - left)}
                height={BAND}
              />
            </g>
          );
        })}
        {marks.map(({ id, kind, day }) => (
          <path
            key={`${kind} ${id}`}
            className="timeline-mark"
            data-kind={kind}
            d={shapes[kind]}
            transform={`translate(${String(x(day))} ${String(AXIS - MARK - 2)})`}
          />
        ))}
        <g className="timeline-today">
          <line x1={x(today)} x2={x(today)} y1={AXIS - MARK} y2={height} />
          <title>{say('today')}</title>
        </g>
      </svg>
    </div>
  );
}

/** A mark is told by its shape: a diamond, a circle, a triangle. */
const shapes: Readonly<Record<Mark['kind'], string>> = {
  approval: 'M0 -6 L6 0 L0 6 L-6 0 Z',
  signature: 'M-5 0 A5 5 0 1 0 5 0 A5 5 0 1 0 -5 0 Z',
  deadline: 'M-6 -5 L6 -5 L0 6 Z',
};

function Legend(): ReactNode {
  const say = useText(timelineMessages);
  return (
    <ul className="timeline-legend">
      {(['approval', 'signature', 'deadline'] as const).map((kind) => (
        <li key={kind}>
          <svg className="timeline" viewBox="-8 -8 16 16" aria-hidden="true">
            <path className="timeline-mark" data-kind={kind} d={shapes[kind]} />
          </svg>{' '}
          {say(kind)}
        </li>
      ))}
      <li>
        <svg className="timeline" viewBox="-8 -8 16 16" aria-hidden="true">
          <g className="timeline-today">
            <line x1={0} x2={0} y1={-8} y2={8} />
          </g>
        </svg>{' '}
        {say('today')}
      </li>
    </ul>
  );
}

function Stages({
  stages,
  today,
}: Readonly<{ stages: readonly Stage[]; today: string }>): ReactNode {
  const say = useText(timelineMessages);
  const status = useText(planStatus);
  const { day } = useFormats();
  type Row = Stage & Readonly<{ number: number }>;
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'stage', title: say('stage') },
      value: (row) => `${String(row.number)} · ${status(row.status)}`,
    },
    { key: 'from', title: say('from'), value: ({ from }) => day(from) },
    { key: 'to', title: say('to'), value: ({ to }) => (to === null ? say('lasts') : day(to)) },
    {
      ...{ key: 'days', title: say('days'), isNumber: true },
      value: ({ from, to }) => daysBetween(from, to ?? today),
    },
  ];
  const rows = stages.map((stage, place) => ({ ...stage, number: place + 1 }));
  return <Table caption={say('stages')} columns={columns} rows={rows} idOf={({ id }) => id} />;
}

function Marks({ plan, marks }: Readonly<{ plan: Plan; marks: readonly Mark[] }>): ReactNode {
  const say = useText(timelineMessages);
  const status = useText(planStatus);
  const titleOf = useTitle();
  const { day } = useFormats();
  const nameOf = (mark: Mark) => {
    const agreement = plan.agreements.find(({ id }) => id === mark.agreement);
    return agreement ? titleOf(agreement) : mark.status && status(mark.status);
  };
  return (
    <ul>
      {marks.map((mark) => (
        <li key={`${mark.kind} ${mark.id}`}>
          {[day(mark.day), say(mark.kind), nameOf(mark)].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
