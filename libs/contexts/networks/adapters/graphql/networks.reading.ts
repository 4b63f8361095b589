import type { ReadingOf } from '@tavolo/reading';
import { memberTable, networkTable } from '../../read-model/network.tables.js';

/** A partner takes part from its consent to its end, also while it is suspended. */
const takingPart = ['Accepted', 'Active', 'Suspended'];

/**
 * Who may read what of a network. That it is there, where and led by whom is known to whoever
 * signed in; who takes part is known in the network, and to each partner of itself.
 */
export const networksReading: ReadingOf = {
  rows: [
    { table: networkTable, category: 'network', action: 'readRegister', at: ['id'] },
    { table: memberTable, action: 'read', at: ['network', 'partner'] },
  ],
  places: [
    {
      ...{ category: 'network', table: networkTable, dossier: 'plan' },
      below: { plan: 'plan', level: 'level', network: 'parent' },
    },
  ],
  parts: [
    {
      ...{ role: 'member', table: memberTable, column: 'partner', scope: 'network' },
      counts: ({ status }) => takingPart.includes(String(status)),
    },
    { role: 'lead', table: networkTable, column: 'lead', scope: 'id' },
  ],
  // The tree of a plan has the number of the plan.
  streams: { tree: (stream) => stream.replace(/^tree-/u, 'plan-') },
  types: { Network: {} },
  values: ['Membership'],
  queries: { network: 'rows', networks: 'rows' },
};
