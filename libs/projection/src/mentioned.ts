import type { RecordedEvent } from '@tavolo/event-store';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** A whole string that is a global id, or a mandate `<global id>#<local id>`. */
const GLOBAL_ID = new RegExp(`^([a-z][a-z0-9_]*-${UUID})(?:#|$)`);

/**
 * The objects an event is about: its own stream, and every global id `<category>-<uuid>` that
 * its data holds as a value or as a key. An id inside a longer text is somebody's prose, which
 * must not write itself into the history of another object.
 */
export function mentionedIn({ stream, data }: RecordedEvent): ReadonlySet<string> {
  const found = new Set([stream]);
  collect(data, found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    const id = GLOBAL_ID.exec(value)?.[1];
    if (id !== undefined) found.add(id);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      collect(key, found);
      collect(item, found);
    }
  }
}
