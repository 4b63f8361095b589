import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { chosenOf, exportKinds, orderIn } from './export-job.ts';
import { exportsMessages } from './exports.messages.ts';
import { useExportables } from './use-exportable.ts';
import { useExports } from './use-exports.ts';

type Words = Readonly<Record<string, string | undefined>>;
type Choose = (change: Words) => void;

/** What file is wanted: list and state, columns, format, language. All of it stands in the address. */
export function Wizard(): ReactNode {
  const say = useText(exportsMessages);
  const navigate = useNavigate();
  const search: Words = useSearch({ strict: false });
  const order = orderIn(search);
  const { begin } = useExports();
  const choose: Choose = (change) => {
    void navigate({ to: '.', search: { ...search, ...change }, replace: true, resetScroll: false });
  };
  const start = async () => {
    const { id } = await begin(order);
    await navigate({ to: '/esercizio/esportazioni/$id', params: { id } });
  };
  return (
    <section aria-labelledby="wizard">
      <h2 id="wizard">{say('wizard')}</h2>
      <form
        className="form-of"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <Scope choose={choose} />
        <Columns choose={choose} />
        <Options
          legend={say('format')}
          name="formato"
          chosen={order.format}
          of={[
            ['xlsx', say('xlsx')],
            ['csv', say('csv')],
          ]}
          choose={choose}
        />
        <Options
          legend={say('sheetLanguage')}
          name="lingua"
          chosen={order.language}
          of={[
            ['it', say('italian')],
            ['en', say('english')],
          ]}
          choose={choose}
        />
        <p className="form-buttons">
          <button type="submit" className="btn btn-primary">
            {say('begin')}
          </button>
        </p>
      </form>
    </section>
  );
}

function Scope({ choose }: Readonly<{ choose: Choose }>): ReactNode {
  const say = useText(exportsMessages);
  const search: Words = useSearch({ strict: false });
  const { kind, status } = orderIn(search);
  const { statuses } = useExportables()[kind];
  return (
    <fieldset>
      <legend>{say('scope')}</legend>
      <label>
        {say('list')}
        <select
          value={kind}
          onChange={({ target: { value: cosa } }) => {
            choose({ cosa, stato: undefined, colonne: undefined });
          }}
        >
          {exportKinds.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      </label>
      {statuses.length > 0 && (
        <label>
          {say('onlyStatus')}
          <select
            value={status ?? ''}
            onChange={({ target: { value } }) => {
              choose({ stato: value === '' ? undefined : value });
            }}
          >
            <option value="">{say('allStatuses')}</option>
            {statuses.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}

function Columns({ choose }: Readonly<{ choose: Choose }>): ReactNode {
  const say = useText(exportsMessages);
  const search: Words = useSearch({ strict: false });
  const { kind, columns: keys } = orderIn(search);
  const { columns } = useExportables()[kind];
  const chosen = new Set(chosenOf(columns, keys).map(({ key }) => key));
  return (
    <fieldset>
      <legend>{say('columns')}</legend>
      <p>{say('columnsHint')}</p>
      {columns.map(({ key, title }) => (
        <label key={key} className="tick">
          <input
            type="checkbox"
            checked={chosen.has(key)}
            onChange={({ target: { checked } }) => {
              const left = columns
                .map((one) => one.key)
                .filter((one) => (one === key ? checked : chosen.has(one)));
              choose({ colonne: left.length === columns.length ? undefined : left.join(',') });
            }}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

function Options({
  legend,
  name,
  chosen,
  of,
  choose,
}: Readonly<{
  legend: string;
  name: string;
  chosen: string;
  of: readonly (readonly [value: string, word: string])[];
  choose: Choose;
}>): ReactNode {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {of.map(([value, word]) => (
        <label key={value} className="tick">
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => {
              choose({ [name]: value });
            }}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
