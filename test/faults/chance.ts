import { setTimeout as after } from 'node:timers/promises';
import { Faults } from '../../libs/event-store/test/emulator/faults.js';
import type { Fault } from '../../libs/event-store/test/emulator/faults.js';

/** Of a thousand calls, or events of a subscription, that many go wrong in each way. */
const OF_A_THOUSAND: Readonly<Partial<Record<Fault, number>>> = {
  mute: 1,
  'late-acknowledgement': 30,
  'not-leader': 5,
  unavailable: 10,
  slow: 30,
  'error-in-mid-batch': 5,
  'end-with-ok': 5,
  duplicate: 20,
};

/** Everything goes wrong now and then, until it is told to stop. */
export class ChanceFaults extends Faults {
  readonly made = new Map<Fault, number>();
  isCalm = false;
  override delay = () => after(Math.random() * 10);

  override take(...possible: readonly Fault[]): Fault | null {
    if (this.isCalm) return null;
    let drawn = Math.random() * 1_000;
    for (const fault of possible) {
      drawn -= OF_A_THOUSAND[fault] ?? 0;
      if (drawn >= 0) continue;
      this.made.set(fault, (this.made.get(fault) ?? 0) + 1);
      return fault;
    }
    return null;
  }
}
