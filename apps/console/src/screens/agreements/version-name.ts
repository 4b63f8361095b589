import { useText } from '../../app/text.ts';
import { agreementMessages } from './agreement.messages.ts';
import type { Version } from './signature-state.ts';

/** What a version is called: the agreement as it was founded, or an amendment. */
export function useVersionName(): (version: Pick<Version, 'amends' | 'number'>) => string {
  const say = useText(agreementMessages);
  return ({ amends, number }) => {
    if (amends === null) return say('main');
    return number === null ? say('draftVersion') : say('version', { number: number - 1 });
  };
}
