import { claimStream } from '@tavolo/process';
import type { ProtocolEntry } from '../domain/agreement.events.js';

/** The stream that owns a protocol number: number and date are unique per registering body. */
export function protocolClaim({ register, protocolDate, protocolNo }: ProtocolEntry): string {
  return claimStream('protocol', `${register} ${protocolDate} ${protocolNo}`);
}
