import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { contributionsOn } from './contributions.ts';
import type { Draft } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';

/** What people call the parts of a plan by, whose ids mean nothing to them. */
export function usePartNames(draft: Draft): ReadonlyMap<string, string> {
  const say = useText(draftingMessages);
  const titleOf = useTitle();
  const { actions, sections, tables } = draft;
  const proposals = [...sections, ...actions].flatMap((part) =>
    contributionsOn(draft, part.id).map(({ id, number, proposedBy }) => {
      const name = say('proposal', { number, who: proposedBy.name ?? '—' });
      return [id, `${name} (${titleOf(part)})`] as const;
    }),
  );
  const parts = actions.flatMap(({ interventions, budgetLines, ...action }) => [
    action,
    ...interventions,
    ...budgetLines.map(({ id, category: title }) => ({ id, title, titleEn: null })),
  ]);
  return new Map([
    ...[...parts, ...tables].map((part) => [part.id, titleOf(part)] as const),
    ...proposals,
    ['versions', say('versionOfText')],
    ['adoption', say('decisionOnIt')],
  ]);
}
