import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import type { ResultOf } from '../../../data/graphql.ts';
import type { Readiness } from '../plan.documents.ts';
import { planMessages } from '../plan.messages.ts';
import { placeOfField } from './field.ts';

type Missing = NonNullable<ResultOf<typeof Readiness>['readiness']>['missing'][number];

/** What a step still needs: each with the number of its rule, and a link to the field it is of. */
export function MissingList({
  missing,
  plan,
  names = new Map(),
}: Readonly<{
  missing: readonly Missing[];
  plan: Parameters<typeof placeOfField>[1];
  /** What to call parts and fields by, in place of their ids. */
  names?: ReadonlyMap<string, string>;
}>): ReactNode {
  const say = useText(planMessages);
  return (
    <ul>
      {missing.map(({ code, part, message, rule, field }) => {
        const place = placeOfField(field, plan);
        const id = part ?? field;
        const sentence = message.replace(id, names.get(id) ?? id);
        return (
          <li key={`${code}-${part ?? ''}-${field}`}>
            {place ? (
              <Link
                to="."
                search={(now: Readonly<Record<string, string | undefined>>) => ({
                  ...now,
                  tab: place.tab,
                  sezione: place.sezione ?? now.sezione,
                })}
                hash={place.hash}
              >
                {sentence}
              </Link>
            ) : (
              sentence
            )}{' '}
            <small>({say('rule', { rule })})</small>
          </li>
        );
      })}
    </ul>
  );
}
