import { claimStream } from '@tavolo/process';
import type { ProtocolEntry } from '../domain/agreement.events.js';

/** The stream that owns a protocol number: number and date are unique per registering body. */
export function protocolClaim({ register, protocolDate, protocolNo }: ProtocolEntry): string {
  return claimStream('protocol', `${register} ${protocolDate} ${protocolNo}`);
}

/** Who holds a number: an agreement, or one amendment of it, which has a number of its own. */
export function protocolHolder({
  stream,
  amendment,
}: Readonly<{ stream: string; amendment?: string }>): string {
  return amendment === undefined ? stream : `${stream}#${amendment}`;
}
