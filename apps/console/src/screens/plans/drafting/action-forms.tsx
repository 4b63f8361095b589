import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { ActForm, textIn } from '../../../parts/act-form.tsx';
import { centsIn, EURO_PATTERN } from './cents.ts';
import {
  AddAction,
  AllocateToPartner,
  AssignOwner,
  DefineIndicator,
  LinkTargetGroup,
} from './content-acts.documents.ts';
import type { Draft, DraftAction } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';

type Props = Readonly<{ draft: Draft; mandate: string }>;
type OfAction = Props & Readonly<{ action: DraftAction }>;

/** What every edit of the content names. */
function on({ id: plan, revision: seenRevision }: Draft) {
  return { plan, seenRevision };
}

/** Adds a line of action. */
export function NewAction({ draft, mandate }: Props): ReactNode {
  const say = useText(draftingMessages);
  return (
    <Folded title={say('newAction')}>
      <ActForm
        {...{ document: AddAction, mandate, submit: say('add') }}
        about={`action.${draft.id}`}
        inputFrom={(form) => {
          const code = textIn(form, 'code').trim();
          const named = { ...on(draft), title: textIn(form, 'title') };
          return Promise.resolve({ ...named, ...(code !== '' && { code }) });
        }}
      >
        <Input name="title" />
        <Input name="code" isRequired={false} />
      </ActForm>
    </Folded>
  );
}

/** Says whom an action is for: a class, never persons. */
export function NewTargetGroup({ draft, action, mandate }: OfAction): ReactNode {
  const say = useText(draftingMessages);
  return (
    <Folded title={say('newTargetGroup')}>
      <ActForm
        {...{ document: LinkTargetGroup, mandate, submit: say('add') }}
        about={`group.${action.id}`}
        inputFrom={(form) =>
          Promise.resolve({
            ...{ ...on(draft), action: action.id },
            ...{ code: textIn(form, 'code'), title: textIn(form, 'title') },
          })
        }
      >
        <Input name="title" />
        <Input name="code" />
      </ActForm>
    </Folded>
  );
}

/** Says what an action is measured by, in whole units. */
export function NewIndicator({ draft, action, mandate }: OfAction): ReactNode {
  const say = useText(draftingMessages);
  return (
    <Folded title={say('newIndicator')}>
      <ActForm
        {...{ document: DefineIndicator, mandate, submit: say('add') }}
        about={`indicator.${action.id}`}
        inputFrom={(form) =>
          Promise.resolve({
            ...{ ...on(draft), action: action.id, title: textIn(form, 'title') },
            ...{ unit: textIn(form, 'unit'), target: Number(textIn(form, 'target')) },
          })
        }
      >
        <Input name="title" />
        <Input name="unit" />
        <Input name="target" pattern="\d{1,9}" />
      </ActForm>
    </Folded>
  );
}

/** Makes one member of the plan's network answer for an intervention (PL-2). */
export function AssigningOwner({
  draft,
  intervention,
  mandate,
}: Props & Readonly<{ intervention: string }>): ReactNode {
  const say = useText(draftingMessages);
  const { network } = draft;
  if (!network) return <p>{say('noNetwork')}</p>;
  return (
    <Folded title={say('assignOwner')}>
      <ActForm
        {...{ document: AssignOwner, mandate, submit: say('assignOwner') }}
        about={`owner.${intervention}`}
        inputFrom={(form) => {
          const partner = textIn(form, 'partner');
          return Promise.resolve({ ...on(draft), intervention, partner, network: network.id });
        }}
      >
        <PartnerChoice draft={draft} />
      </ActForm>
    </Folded>
  );
}

/** Sets the share of a partner in a line; 0 takes it away. */
export function NewShare({ draft, line, mandate }: Props & Readonly<{ line: string }>): ReactNode {
  const say = useText(draftingMessages);
  return (
    <Folded title={say('newShare')}>
      <ActForm
        {...{ document: AllocateToPartner, mandate, submit: say('setShare') }}
        about={`share.${line}`}
        inputFrom={(form) => {
          const cents = centsIn(textIn(form, 'amount')) ?? '';
          return Promise.resolve({ ...on(draft), line, partner: textIn(form, 'partner'), cents });
        }}
      >
        <PartnerChoice draft={draft} />
        <Input name="amount" pattern={EURO_PATTERN} />
      </ActForm>
    </Folded>
  );
}

/** The active members of the plan's network. */
function PartnerChoice({ draft: { network } }: Readonly<{ draft: Draft }>): ReactNode {
  const say = useText(draftingMessages);
  const members = network?.members.filter(({ status }) => status === 'ACTIVE') ?? [];
  return (
    <label>
      {say('partner')}
      <select name="partner" required>
        {members.map(
          ({ partner }) =>
            partner && (
              <option key={partner.id} value={partner.id}>
                {partner.name}
              </option>
            ),
        )}
      </select>
    </label>
  );
}

function Input({
  name,
  pattern,
  isRequired = true,
}: Readonly<{
  name: 'amount' | 'code' | 'target' | 'title' | 'unit';
  pattern?: string;
  isRequired?: boolean;
}>): ReactNode {
  const say = useText(draftingMessages);
  return (
    <label>
      {say(name)}
      <input type="text" name={name} required={isRequired} pattern={pattern} />
    </label>
  );
}

function Folded({ title, children }: Readonly<{ title: string; children: ReactNode }>): ReactNode {
  return (
    <details className="no-print">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
