import { useCallback } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

const MINUTE = 60;

/** Says how long a work still takes: seconds, above two minutes minutes, or that it is not known. */
export function useTimeLeft(): (seconds: number | null) => string {
  const say = useText(partsMessages);
  return useCallback(
    (seconds) => {
      if (seconds === null) return say('leftUnknown');
      const left =
        seconds > 2 * MINUTE
          ? say('minutes', { count: Math.round(seconds / MINUTE) })
          : say('seconds', { count: Math.max(1, Math.round(seconds)) });
      return say('left', { left });
    },
    [say],
  );
}
