/** Who wants to speak on an item, who speaks, since when, and for how long at the most. */
export type Speakers = Readonly<{
  waiting: readonly string[];
  speaking: Readonly<{ name: string; since: string }> | null;
  minutes: number;
}>;

/** How long somebody may speak, to choose from. */
export const limits = [3, 5, 10] as const;

/** Nobody has asked yet. */
export const nobody: Speakers = { waiting: [], speaking: null, minutes: limits[1] };

/** Somebody asks to speak, after those who asked before; whoever waits or speaks asks in vain. */
export function asks(so: Speakers, name: string): Speakers {
  const isThere = so.waiting.includes(name) || so.speaking?.name === name;
  return isThere ? so : { ...so, waiting: [...so.waiting, name] };
}

/** Somebody does not want to speak any more. */
export function withdraws(so: Speakers, name: string): Speakers {
  return { ...so, waiting: so.waiting.filter((one) => one !== name) };
}

/** The next one speaks; who spoke has ended. Nobody where nobody waits. */
export function next({ waiting, minutes }: Speakers, now: Date): Speakers {
  const [name, ...others] = waiting;
  const speaking = name === undefined ? null : { name, since: now.toISOString() };
  return { waiting: others, speaking, minutes };
}

/** How long who speaks has spoken, as a clock shows it, and whether that is longer than allowed. */
export function spoken(
  { speaking, minutes }: Speakers,
  now: Date,
): Readonly<{ clock: string; isOver: boolean }> | null {
  if (!speaking) return null;
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(speaking.since)) / MS));
  const clock = `${String(Math.floor(seconds / MINUTE))}:${String(seconds % MINUTE).padStart(2, '0')}`;
  return { clock, isOver: seconds >= minutes * MINUTE };
}

const MS = 1_000;
const MINUTE = 60;

/** Speakers as they were kept; nobody where that cannot be read. */
export function speakersIn(kept: string | null): Speakers {
  try {
    const read: unknown = JSON.parse(kept ?? 'null');
    return isSpeakers(read) ? read : nobody;
  } catch {
    return nobody;
  }
}

function isSpeakers(read: unknown): read is Speakers {
  if (typeof read !== 'object' || read === null) return false;
  const { waiting, speaking, minutes } = read as Partial<Record<keyof Speakers, unknown>>;
  return Array.isArray(waiting) && typeof minutes === 'number' && typeof speaking === 'object';
}
