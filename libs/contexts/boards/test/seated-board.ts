import type { Answer, Envelope } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { DecisionId, Rulebook } from '../contract/index.js';
import type { World } from './world.js';

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
export const person = (n: number) => `person-${uuid(n)}` as PersonRef;
export const hash = (letter: string) => letter.repeat(64) as Sha256;
export const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;

export const board = `board-${uuid(1)}`;
export const decision = `decision-${uuid(1)}` as DecisionId;
export const secretary = person(9);

/** What a command carries beside its data; a hash stands for the input, as the gateway makes it. */
export type About = Partial<Envelope>;
type Said = [data?: object, by?: PersonRef, about?: About];

/** A body of four seats, held by the persons 1 to 4, chaired by the first, with a text to vote on. */
export class SeatedBoard {
  seats: readonly string[] = [];

  constructor(private readonly world: World) {}

  /** Who is not named is the secretary. */
  say(target: string, type: string, ...[data = {}, by = secretary, about = {}]: Said) {
    const envelope = { person: by, legalBasis: ['L. 241/1990'], ...about };
    return this.world.command(target, { type, data }, envelope);
  }

  /** The same where the test is about something else. @throws Error with the sentence of a refusal */
  async told(target: string, type: string, ...said: Said) {
    const answer = await this.say(target, type, ...said);
    if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
    return answer;
  }

  async establish(rulebook: Rulebook): Promise<void> {
    const founding = { name: 'Cabina', level: 'region', seats: 4, rulebook };
    await this.told(board, 'EstablishBoard', { ...founding, termUntil: '2031-12-31' });
    const term = { from: '2030-01-01', until: '2031-12-31' };
    const seats: string[] = [];
    for (const n of [1, 2, 3, 4]) {
      const designated = { category: 'comuni', person: person(n) };
      const { newId } = (await this.told(board, 'DesignateMember', designated)).result;
      seats.push(newId as string);
      await this.told(board, 'AppointMember', { seat: newId, ...term });
    }
    this.seats = seats;
    await this.told(board, 'AppointChair', { seat: seats[0], ...term });
    await this.told(board, 'AppointSecretary', { person: secretary, ...term });
  }

  async propose(text: Sha256): Promise<void> {
    const proposal = { board, title: 'Atto', subject: { kind: 'other' }, textSha256: text };
    await this.told(decision, 'ProposeDecision', { ...proposal, motivation: text }, person(7));
    const opinion = { kind: 'technical', opinion: 'positive', document: text };
    await this.told(decision, 'AttachOpinion', opinion, person(8));
    await this.told(decision, 'MarkReady');
  }
}
