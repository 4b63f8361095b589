import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { Facts } from '../../parts/facts.tsx';
import { HistoryLink, ObjectLink } from '../../parts/object-link.tsx';
import { ObjectPage } from '../../parts/object-page.tsx';
import { PrintLinks } from '../../parts/print-links.tsx';
import { Heading } from '../../parts/screen.tsx';
import { WaitingFor } from '../../parts/waiting.tsx';
import { decisionStatus, procedureKind, signedAs, subjectKind } from '../../words/boards.ts';
import { Conditions, Effects, Errata } from './after.tsx';
import { Beside, Citing } from './citing.tsx';
import { TheDecision } from './decision.documents.ts';
import { decisionMessages } from './decision.messages.ts';
import { OtherDecisions } from './others.tsx';
import type { Decision } from './shape.ts';
import { DecisionSigning } from './signing.tsx';
import { VoteOf } from './vote-of.tsx';

/** The record of one decision: its exact text, how it came out and why, what it brought about. */
export function DecisionScreen(): ReactNode {
  const say = useText(decisionMessages);
  return (
    <ObjectPage
      document={TheDecision}
      thingIn={({ decision }) => decision}
      kind={say('list')}
      missing={say('missing')}
      around={({ sitting, procedure }) => [sitting?.id, procedure?.id]}
    >
      {(decision) => <Page decision={decision} />}
    </ObjectPage>
  );
}

function Page({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(decisionMessages);
  const status = useText(decisionStatus);
  const titleOf = useTitle();
  const { id, number, confidential } = decision;
  const title = titleOf(decision);
  return (
    <>
      <Heading
        title={number === null ? title : say('titleOf', { number, title })}
        trail={
          <Link to="/decisioni" search={keepMoment}>
            {say('list')}
          </Link>
        }
      >
        <Chip>{status(decision.status)}</Chip> {confidential && <Chip>{say('confidential')}</Chip>}{' '}
        <HistoryLink id={id} />
        <Citing decision={decision} />
      </Heading>
      <Beside decision={decision} />
      <ExactText decision={decision} />
      {decision.vote && (
        <PrintLinks
          prints={[{ address: `/decisions/${id}/resolution.pdf`, name: say('resolution') }]}
        />
      )}
      <VoteOf decision={decision} />
      <DecisionSigning decision={decision} />
      <Effects decision={decision} />
      <WaitingFor object={id} />
      <Conditions decision={decision} />
      <Errata decision={decision} />
      <OtherDecisions decision={decision} />
      <Known decision={decision} />
    </>
  );
}

function ExactText({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(decisionMessages);
  return (
    <p className="exact-text">
      <DocumentLink sha256={decision.textSha256}>{say('exactText')}</DocumentLink>
    </p>
  );
}

function Known({ decision }: Readonly<{ decision: Decision }>): ReactNode {
  const say = useText(decisionMessages);
  const subject = useText(subjectKind);
  const titleOf = useTitle();
  const { instant, money } = useFormats();
  const { board, proposer, proposedAt, amount, budgetRef, legalBasis, motivation } = decision;
  const paid = amount && money(amount.cents);
  const proposed = { name: proposer.name ?? '—', when: instant(proposedAt) };
  return (
    <Facts
      of={[
        [say('board'), board && <ObjectLink id={board.id}>{titleOf(named(board))}</ObjectLink>],
        [say('subject'), subject(decision.subjectKind)],
        [say('proposed'), say('proposedBy', proposed)],
        [
          say('motivation'),
          <DocumentLink key="motivation" sha256={motivation}>
            {say('motivationDocument')}
          </DocumentLink>,
        ],
        [say('legalBasis'), legalBasis.join('; ')],
        [
          say('amount'),
          paid && (budgetRef === null ? paid : say('amountAt', { amount: paid, place: budgetRef })),
        ],
        ...useHeld(decision),
        ...usePublished(decision),
      ]}
    />
  );
}

/** Where it was dealt with, and who signed it. */
function useHeld({ sitting, procedure, signature }: Decision) {
  const say = useText(decisionMessages);
  const kind = useText(procedureKind);
  const office = useText(signedAs);
  const { instant } = useFormats();
  return [
    [say('sitting'), sitting && <ObjectLink id={sitting.id}>{instant(sitting.at)}</ObjectLink>],
    [
      say('procedure'),
      procedure &&
        say('procedureUntil', { kind: kind(procedure.kind), when: instant(procedure.deadline) }),
    ],
    [
      say('signature'),
      signature &&
        say('signedBy', {
          name: signature.signatory.name ?? '—',
          office: office(signature.signedAs),
          when: instant(signature.signedAt),
        }),
    ],
  ] as const;
}

function usePublished({ publication, objectionsUntil }: Decision) {
  const say = useText(decisionMessages);
  const { day } = useFormats();
  return [
    [
      say('publication'),
      publication && (
        <>
          {say('publishedAt', { where: publication.where, day: day(publication.publishedOn) })}{' '}
          {publication.document !== null && (
            <DocumentLink sha256={publication.document}>{say('publishedDocument')}</DocumentLink>
          )}
        </>
      ),
    ],
    [say('objectionsUntil'), objectionsUntil && day(objectionsUntil)],
  ] as const;
}
