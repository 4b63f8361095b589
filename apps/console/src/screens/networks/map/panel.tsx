import type { ReactNode, Ref } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { Facts } from '../../../parts/facts.tsx';
import { ObjectLink } from '../../../parts/object-link.tsx';
import { agreementStatus } from '../../../words/agreements.ts';
import { memberRole, memberStatus, networkLevel, networkStatus } from '../../../words/networks.ts';
import type { Net, Part, Spot } from './graph.ts';
import { mapMessages } from './map.messages.ts';
import { useWords } from './use-words.ts';

/** What is known of the chosen thing, beside the map. */
export function Panel({
  spot,
  heading,
  close,
  unfold,
}: Readonly<{
  spot: Spot | null;
  heading: Ref<HTMLHeadingElement>;
  close: () => void;
  /** Shows the partners of a network that are folded into it; null where none are. */
  unfold: (() => void) | null;
}>): ReactNode {
  const say = useText(mapMessages);
  const wordsOf = useWords();
  if (!spot)
    return (
      <aside className="map-panel" aria-label={say('details')}>
        {say('none')}
      </aside>
    );
  const { name, kind } = wordsOf(spot);
  return (
    <aside
      className="map-panel"
      aria-label={say('details')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p>{kind}</p>
      {spot.kind === 'network' && <OfNetwork network={spot.network} />}
      {spot.kind === 'partner' && <OfPartner parts={spot.parts} />}
      <p className="form-buttons">
        <ObjectLink id={spot.id}>{say('page')}</ObjectLink>
        {unfold && (
          <button type="button" className="btn btn-outline-primary" onClick={unfold}>
            {say('unfold')}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary" onClick={close}>
          {say('close')}
        </button>
      </p>
    </aside>
  );
}

function OfNetwork({ network }: Readonly<{ network: Net }>): ReactNode {
  const say = useText(mapMessages);
  const status = useText(networkStatus);
  const level = useText(networkLevel);
  const { money, number } = useFormats();
  const titleOf = useTitle();
  const { lead, plan, agreements, members } = network;
  return (
    <Facts
      of={[
        [say('state'), status(network.status)],
        [say('level'), level(network.level)],
        [say('lead'), lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>],
        [say('members'), number(members.filter((one) => one.status === 'ACTIVE').length)],
        [say('plan'), plan && <ObjectLink id={plan.id}>{titleOf(plan)}</ObjectLink>],
        [say('total'), plan && money(plan.total.cents)],
        [say('agreements'), <Agreements key="agreements" of={agreements} />],
      ]}
    />
  );
}

function Agreements({ of }: Readonly<{ of: Net['agreements'] }>): ReactNode {
  const say = useText(mapMessages);
  const status = useText(agreementStatus);
  const titleOf = useTitle();
  if (of.length === 0) return say('noAgreements');
  return (
    <ul>
      {of.map((one) => (
        <li key={one.id}>
          <ObjectLink id={one.id}>{titleOf(one)}</ObjectLink>, {status(one.status)}
        </li>
      ))}
    </ul>
  );
}

function OfPartner({ parts }: Readonly<{ parts: readonly Part[] }>): ReactNode {
  const say = useText(mapMessages);
  const role = useText(memberRole);
  const status = useText(memberStatus);
  const titleOf = useTitle();
  return (
    <>
      <h4>{say('networks')}</h4>
      <ul>
        {parts.map((part) => (
          <li key={part.network.id}>
            <ObjectLink id={part.network.id}>{titleOf(part.network)}</ObjectLink>: {role(part.role)}
            , {status(part.status)}
          </li>
        ))}
      </ul>
    </>
  );
}
