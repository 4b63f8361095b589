import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { ChoiceFilter, Filters, useFilter } from '../../../parts/filters.tsx';
import { memberStatus, networkStatus } from '../../../words/networks.ts';
import { statesIn } from './graph.ts';
import type { Root, States } from './graph.ts';
import { mapMessages } from './map.messages.ts';

const ofNetworks = Object.keys(networkStatus.it) as readonly (keyof typeof networkStatus.it)[];
const ofMembers = Object.keys(memberStatus.it) as readonly (keyof typeof memberStatus.it)[];

/** The states that the address asks for. */
export function useStates(): States {
  return { network: useFilter('reti', ofNetworks), member: useFilter('membri', ofMembers) };
}

/** Chooses among the states that there are on the map; who has left is shown when asked for. */
export function StateFilters({
  root,
  states,
}: Readonly<{ root: Root; states: States }>): ReactNode {
  const say = useText(mapMessages);
  const network = useText(networkStatus);
  const member = useText(memberStatus);
  const there = statesIn(root);
  return (
    <Filters>
      <ChoiceFilter
        name="reti"
        label={say('ofNetworks')}
        options={ofNetworks
          .filter((one) => there.networks.has(one) || one === states.network)
          .map((one) => [one, network(one)])}
      />
      <ChoiceFilter
        name="membri"
        label={say('ofMembers')}
        options={ofMembers
          .filter((one) => there.members.has(one) || one === states.member)
          .map((one) => [one, member(one)])}
      />
    </Filters>
  );
}
