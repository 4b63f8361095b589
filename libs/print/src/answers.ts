// What a paper is made of: GraphQL asked as whoever wants the paper, so that nothing stands on it
// that they may not read.

type Named = Readonly<{ name: string | null }>;
type Fund = Readonly<{ call: Readonly<{ programme: Readonly<{ fund: string }> | null }> | null }>;

/** The body that a paper is of, and whose money its plan has. */
export type BodyAnswer = Readonly<{
  name: string;
  nameEn: string | null;
  seats: readonly Readonly<{ seat: string; category: string; status: string; person: Named }>[];
  plan: Fund | null;
  network: Readonly<{ plan: Fund | null }> | null;
}>;

const FUND = 'plan { call { programme { fund } } }';
const BODY = `name nameEn seats { seat category status person { name } } ${FUND} network { ${FUND} }`;
const ENDING = `ending { closedAt outcome tally { for against abstain recused } trace { it en holds }
  tie { rule broken { kind side person { name } record brokenAt } } }`;
const VOTE = `form openedAt rulebookVersion textSha256 question { kind until }
  electorate { recused members { seat } }
  ballots { seat choice castAt cancelled person { name } }
  voters { seat cancelled person { name } }
  paper { for against abstain tellers { name } } ${ENDING}`;

/** How a vote ended. */
export type EndingAnswer = Readonly<{
  closedAt: string;
  outcome: string;
  tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
  trace: readonly Readonly<{ it: string; en: string; holds: boolean }>[];
  tie: Readonly<{
    rule: string;
    broken: Readonly<{
      kind: string;
      side: string | null;
      person: Named;
      record: string | null;
      brokenAt: string;
    }> | null;
  }> | null;
}>;

/** A vote of a sitting. */
export type VoteAnswer = Readonly<{
  form: string;
  openedAt: string;
  rulebookVersion: number;
  textSha256: string;
  question: Readonly<{ kind: string; until: string | null }> | null;
  electorate: Readonly<{ recused: readonly string[]; members: readonly { seat: string }[] }>;
  ballots: readonly Readonly<{
    seat: string;
    choice: string;
    castAt: string;
    cancelled: boolean;
    person: Named;
  }>[];
  voters: readonly Readonly<{ seat: string; cancelled: boolean; person: Named }>[];
  paper: Readonly<{
    for: number;
    against: number;
    abstain: number;
    tellers: readonly Named[];
  }> | null;
  ending: EndingAnswer | null;
}>;

/** One item of an agenda. */
export type ItemAnswer = Readonly<{
  item: string;
  title: string;
  status: string;
  textSha256: string;
  decision: Readonly<{
    id: string;
    number: string | null;
    title: string;
    titleEn: string | null;
  }> | null;
  papers: readonly Readonly<{ sha256: string; title: string }>[];
  conflicts: readonly Readonly<{ seat: string; status: string; person: Named }>[];
  quorum: Readonly<{ reached: boolean; counted: number; needed: number; whole: number }> | null;
  questions: readonly VoteAnswer[];
  vote: VoteAnswer | null;
}>;

/** A sitting, with all that its papers show. */
export type SittingAnswer = Readonly<{
  id: string;
  at: string;
  place: string;
  status: string;
  call: string;
  convenedAt: string;
  openedAt: string | null;
  endedAt: string | null;
  notified: readonly string[];
  services: readonly Readonly<{ seat: string; channel: string; servedAt: string }>[];
  chair: Named | null;
  secretary: Named | null;
  minutes: string | null;
  minutesRecord: string | null;
  minutesApprovedBy: Named | null;
  record: Readonly<{ sha256: string }> | null;
  attendance: readonly Readonly<{
    seat: string;
    as: string;
    arrivedAt: string;
    leftAt: string | null;
    video: boolean;
    person: Named;
  }>[];
  delegations: readonly Readonly<{ seat: string; to: string; revoked: boolean }>[];
  board: BodyAnswer | null;
  items: readonly ItemAnswer[];
}>;

/** Asks for a sitting by `$id`. */
export const SITTING = `sitting(id: $id) {
  id at place status call convenedAt openedAt endedAt notified minutes minutesRecord
  services { seat channel servedAt } chair { name } secretary { name } minutesApprovedBy { name }
  record { sha256 }
  attendance { seat as arrivedAt leftAt video person { name } }
  delegations { seat to revoked }
  board { ${BODY} }
  items {
    item title status textSha256 decision { id number title titleEn } papers { sha256 title }
    conflicts { seat status person { name } } quorum { reached counted needed whole }
    questions { ${VOTE} } vote { ${VOTE} }
  }
}`;

/** A decision, with all that its resolution shows. */
export type DecisionAnswer = Readonly<{
  id: string;
  number: string | null;
  title: string;
  titleEn: string | null;
  status: string;
  proposedAt: string;
  textSha256: string;
  motivation: string;
  legalBasis: readonly string[];
  budgetRef: string | null;
  effectiveOn: string | null;
  enforceableFrom: string | null;
  objectionsUntil: string | null;
  amount: Readonly<{ cents: number | string }> | null;
  proposer: Named;
  board: BodyAnswer | null;
  plan: Fund | null;
  publication: Readonly<{ where: string; publishedOn: string; effectiveFrom: string }> | null;
  signature: Readonly<{ signedAs: string; signedAt: string; signatory: Named }> | null;
  conditions: readonly Readonly<{ text: string; evidence: string; dueOn: string }>[];
  vote: Omit<EndingAnswer, 'tie'> | null;
  sitting: Pick<
    SittingAnswer,
    'at' | 'attendance' | 'call' | 'chair' | 'items' | 'place' | 'secretary'
  > | null;
  procedure: Readonly<{
    kind: string;
    deadline: string;
    replies: readonly Readonly<{
      seat: string;
      choice: string;
      castAt: string;
      cancelled: boolean;
      person: Named;
    }>[];
  }> | null;
}>;

/** Asks for a decision by `$id`. */
export const DECISION = `decision(id: $id) {
  id number title titleEn status proposedAt textSha256 motivation legalBasis budgetRef
  effectiveOn enforceableFrom objectionsUntil amount { cents } proposer { name }
  board { ${BODY} } ${FUND}
  publication { where publishedOn effectiveFrom }
  signature { signedAs signedAt signatory { name } }
  conditions { text evidence dueOn }
  vote { closedAt outcome tally { for against abstain recused } trace { it en holds } }
  sitting {
    at place call chair { name } secretary { name }
    attendance { seat as arrivedAt leftAt video person { name } }
    items {
      item title status textSha256 decision { id number title titleEn } papers { sha256 title }
      conflicts { seat status person { name } } quorum { reached counted needed whole }
      questions { ${VOTE} } vote { ${VOTE} }
    }
  }
  procedure { kind deadline replies { seat choice castAt cancelled person { name } } }
}`;
