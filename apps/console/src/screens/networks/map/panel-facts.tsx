import type { ReactNode } from 'react';
import { useFormats } from '../../../app/formats.ts';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { useAsk } from '../../../data/use-ask.ts';
import { Facts } from '../../../parts/facts.tsx';
import { ObjectLink } from '../../../parts/object-link.tsx';
import { Shown } from '../../../parts/screen.tsx';
import { agreementStatus } from '../../../words/agreements.ts';
import { memberRole, memberStatus, networkLevel, networkStatus } from '../../../words/networks.ts';
import { partnerMessages } from '../../partners/partner.messages.ts';
import type { Net, Part } from './graph.ts';
import { BudgetOnMap, PartnerOnMap } from './map.documents.ts';
import { mapMessages } from './map.messages.ts';

/** What is told of a network: who leads it, its plan and the money of that, its agreements. */
export function OfNetwork({ network }: Readonly<{ network: Net }>): ReactNode {
  const say = useText(mapMessages);
  const status = useText(networkStatus);
  const level = useText(networkLevel);
  const { money, number } = useFormats();
  const titleOf = useTitle();
  const { lead, plan, agreements, members } = network;
  const budget = useBudget(plan?.id ?? null);
  return (
    <Facts
      of={[
        [say('state'), status(network.status)],
        [say('level'), level(network.level)],
        [say('lead'), lead && <ObjectLink id={lead.id}>{lead.name}</ObjectLink>],
        [say('members'), number(members.filter((one) => one.status === 'ACTIVE').length)],
        [say('plan'), plan && <ObjectLink id={plan.id}>{titleOf(plan)}</ObjectLink>],
        [say('total'), plan && money(plan.total.cents)],
        [say('assigned'), budget?.assigned && money(budget.assigned.cents)],
        [say('committed'), budget && money(budget.committed.cents)],
        [say('agreements'), <Agreements key="agreements" of={agreements} />],
      ]}
    />
  );
}

function useBudget(plan: string | null) {
  const { data } = useAsk(BudgetOnMap, { plan: plan ?? '' }, { enabled: plan !== null });
  return plan === null ? null : (data?.data.planBudget ?? null);
}

type Agreed = Pick<Net['agreements'][number], 'id' | 'status' | 'title' | 'titleEn'> &
  Readonly<{ cents?: string | number | undefined }>;

function Agreements({ of }: Readonly<{ of: readonly Agreed[] }>): ReactNode {
  const say = useText(mapMessages);
  const status = useText(agreementStatus);
  const { money } = useFormats();
  const titleOf = useTitle();
  if (of.length === 0) return say('noAgreements');
  return (
    <ul>
      {of.map((one) => (
        <li key={one.id}>
          <ObjectLink id={one.id}>{titleOf(one)}</ObjectLink>, {status(one.status)}
          {one.cents !== undefined && `, ${say('share', { share: money(one.cents) })}`}
        </li>
      ))}
    </ul>
  );
}

/** What is told of a partner: its part in each network, who acts for it, what it has agreed to. */
export function OfPartner({
  id,
  parts,
}: Readonly<{ id: string; parts: readonly Part[] }>): ReactNode {
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
      <Bound id={id} />
    </>
  );
}

/** Mandates and agreements; asked for once the partner is chosen. */
function Bound({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(mapMessages);
  const kindWord = useText(partnerMessages);
  const { day } = useFormats();
  const asked = useAsk(PartnerOnMap, { id });
  return (
    <Shown of={asked}>
      {({ partner }) => (
        <>
          <h4>{say('mandates')}</h4>
          {partner?.representations.length === 0 && <p>{say('noMandates')}</p>}
          <ul>
            {(partner?.representations ?? []).map(({ id: mandate, kind, person, from, until }) => (
              <li key={mandate}>
                {person.name ?? '—'}, {kindWord(kind)},{' '}
                {until === null
                  ? say('since', { from: day(from) })
                  : say('until', { from: day(from), until: day(until) })}
              </li>
            ))}
          </ul>
          <h4>{say('agreements')}</h4>
          <Agreements
            of={(partner?.agreements ?? []).map((one) => ({
              ...one,
              cents: one.parties.find(({ partner: party }) => party?.id === id)?.share.cents,
            }))}
          />
        </>
      )}
    </Shown>
  );
}
