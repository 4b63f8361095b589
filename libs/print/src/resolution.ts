import type { DecisionAnswer, VoteAnswer } from './answers.js';
import { factsOf, heading, text } from './paper.js';
import type { Block, Paper } from './paper.js';
import { signaturesOf } from './notice.js';
import { frameOf, isOfTheFund, settingOf } from './setting.js';
import type { Circumstances, Setting } from './setting.js';
import { namesOf, stepsOf, voteBlocks } from './votes.js';
import { inWords } from './words.js';

/** Texts that a resolution brings with it; null where one is no plain text. */
export type ResolutionTexts = Readonly<{ decided: string | null; motivation: string | null }>;

/** A resolution tells of a decision that was voted on. */
export function hasResolution({ vote }: Pick<DecisionAnswer, 'vote'>): boolean {
  return vote !== null;
}

/**
 * The resolution (deliberazione, D-5, D-7): its number, premises and reasons, the text that was
 * voted on, by its hash and in full where it is plain text, the vote, and what follows from it.
 */
export function resolutionOf(
  decision: DecisionAnswer,
  texts: ResolutionTexts,
  about: Circumstances,
): Paper {
  const { board, number, plan, textSha256, motivation } = decision;
  const setting = settingOf(about, board);
  const { say, locale } = setting;
  const subject = (locale === 'en' ? decision.titleEn : null) ?? decision.title;
  const name = number === null ? say.resolution : say.resolutionNo(number);
  return {
    ...{ ...frameOf(about, board), title: `${name}. ${subject}` },
    isCofinanced: isOfTheFund(plan, board?.plan, board?.network?.plan),
    hashes: [
      [say.text, textSha256, true],
      [say.motivationHash, motivation, true],
    ],
    blocks: [
      ...premisesOf(decision, texts, setting),
      heading(wasDecided(decision) ? say.decides : say.asked),
      ...(texts.decided === null
        ? [text(say.inDocument), factsOf([say.text, textSha256, true])]
        : [{ kind: 'lines', text: texts.decided } as const]),
      ...votedOf(decision, setting),
      ...followsOf(decision, setting),
      ...(decision.sitting ? signaturesOf(decision.sitting, setting) : []),
    ],
  };
}

function wasDecided({ vote }: DecisionAnswer): boolean {
  return vote?.outcome === 'APPROVED';
}

function premisesOf(
  decision: DecisionAnswer,
  { motivation }: ResolutionTexts,
  setting: Setting,
): readonly Block[] {
  const { say } = setting;
  const { legalBasis } = decision;
  return [
    heldFacts(decision, setting),
    heading(say.premises),
    ...(legalBasis.length === 0
      ? []
      : [text(`${say.legalBasis}:`), { kind: 'list', items: legalBasis } as const]),
    ...(motivation === null
      ? [factsOf([say.motivationHash, decision.motivation, true])]
      : [{ kind: 'lines', text: motivation } as const]),
  ];
}

/** Where it was dealt with, before whom, and who proposed it. */
function heldFacts(
  { sitting, procedure, proposer, proposedAt }: DecisionAnswer,
  { say, word, formats, person }: Setting,
): Block {
  const present = sitting?.attendance.map((one) => person(one.person)) ?? [];
  const by = procedure && {
    kind: inWords(word.procedure, procedure.kind),
    deadline: formats.instant(procedure.deadline),
  };
  return factsOf(
    [say.sittingAt, sitting && `${formats.instant(sitting.at)}, ${sitting.place}`],
    [say.procedure, by && say.procedureUntil(by.kind, by.deadline)],
    [say.chair, sitting?.chair && person(sitting.chair)],
    [say.secretary, sitting?.secretary && person(sitting.secretary)],
    [say.present, [...new Set(present)].join(', ')],
    [say.proposer, say.proposedBy(person(proposer), formats.instant(proposedAt))],
  );
}

function votedOf(decision: DecisionAnswer, setting: Setting): readonly Block[] {
  const { say, word, formats } = setting;
  const { vote, procedure } = decision;
  if (vote === null) return [];
  const inSitting = voteInSitting(decision);
  if (inSitting) return [heading(say.vote), ...voteBlocks(inSitting, setting)];
  return [
    heading(say.vote),
    factsOf(
      [say.outcome, inWords(word.outcome, vote.outcome)],
      [say.counted, say.tally(vote.tally)],
      [say.closedAt, formats.instant(vote.closedAt)],
    ),
    ...namesOf({ ballots: procedure?.replies ?? [], voters: [] }, setting),
    ...stepsOf(vote, setting),
  ];
}

function voteInSitting({ id, sitting }: DecisionAnswer): VoteAnswer | null {
  const item = sitting?.items.find(({ decision }) => decision?.id === id);
  return item?.vote?.ending ? item.vote : null;
}

function followsOf(decision: DecisionAnswer, { say, word, formats, person }: Setting): Block[] {
  const { publication, signature, conditions, amount } = decision;
  const { enforceableFrom, effectiveOn, objectionsUntil } = decision;
  const at =
    publication && say.publishedAt(publication.where, formats.day(publication.publishedOn));
  const signed = signature && {
    who: person(signature.signatory),
    office: inWords(word.office, signature.signedAs),
    when: formats.instant(signature.signedAt),
  };
  const facts = factsOf(
    [say.amount, amount && formats.money(amount.cents)],
    [say.budgetRef, decision.budgetRef],
    [say.enforceable, enforceableFrom && formats.day(enforceableFrom)],
    [say.effective, effectiveOn && formats.day(effectiveOn)],
    [say.signed, signed && say.signedBy(signed.who, signed.office, signed.when)],
    [say.publication, at],
    [say.objections, objectionsUntil && formats.day(objectionsUntil)],
  );
  if (conditions.length === 0) return [facts];
  const items = conditions.map((one) =>
    say.condition(one.text, one.evidence, formats.day(one.dueOn)),
  );
  return [facts, heading(say.conditions), { kind: 'list', items }];
}
