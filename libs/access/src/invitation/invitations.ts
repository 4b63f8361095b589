import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { CommandGateway, Transactions } from '@tavolo/command';
import type { Circumstances, Sender } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, MandateRef, PersonRef, Refusal, Rule, Sha256 } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { closing, CLOSING_STREAM, generationOf } from '../closing/closing.js';
import { Accounts } from '../identity/accounts.js';
import { authOf } from '../identity/authenticator.js';
import type { Credential } from '../identity/claim-mapping.js';
import { invitations } from './invitation.js';
import { InvitationRequest } from './invitation.handler.js';
import { invitationRules } from './invitation.rules.js';

const SECRET_BYTES = 32;
const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/u;
/** Whoever comes through a link has no mandate yet: the server acts, because of the invitation. */
const SIGN_IN = 'system:sign-in' as PersonRef;

/** A link, which is shown this once. */
export type Issued = Readonly<{ id: string; path: string; until: Instant }>;

/** A login does not become the invited person's; the refusal says why. */
export class InvitationRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.en);
  }
}

/** How people come: links that bind a login to a person, each once. */
@Injectable()
export class Invitations {
  #accepting: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly gateway: CommandGateway,
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
  ) {
    gateway.register(invitations, InvitationRequest);
  }

  /** Invites who holds this mandate; or, with one's own, makes a link for a second login. */
  async issue(
    { mandate, until }: { readonly mandate: MandateRef; readonly until: Instant },
    sender: Sender,
    about: Circumstances,
  ): Promise<Issued | { readonly refusal: Refusal }> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const data = { mandate, until, tokenSha256: hashOf(secret) };
    const message = { aggregate: 'invitation', type: 'InviteToSignIn', target: null, data };
    const answer = await this.gateway.send(message, sender, about);
    if (answer.outcome === 'refused') return { refusal: answer.refusal };
    const { stream: id } = answer.receipt;
    const token = `${id.slice('invitation-'.length)}.${secret}`;
    return { id, path: `/session/invitation/${token}`, until };
  }

  /** Null where it is done. */
  async revoke(id: string, sender: Sender, about: Circumstances): Promise<Refusal | null> {
    const type = 'RevokeSignInInvitation';
    const message = { aggregate: 'invitation', type, target: id, data: {} };
    const answer = await this.gateway.send(message, sender, about);
    return answer.outcome === 'refused' ? answer.refusal : null;
  }

  /** Whom the link is for; nothing is used up. @throws InvitationRefused */
  async look(token: string): Promise<PersonRef> {
    return (await this.#of(token)).person;
  }

  /**
   * Makes the login the invited person's: the fact first, then whose it is. Cut off in between,
   * the same login finishes it by the same link. One after another on this server; whether the
   * person has a login, and the login a person, stands outside the log, in the private store: of
   * first logins by two links on two servers it keeps the one that comes first.
   * @throws InvitationRefused
   */
  accept(token: string, credential: Credential): Promise<PersonRef> {
    const mine = this.#accepting.then(() => this.#accept(token, credential));
    this.#accepting = mine.catch(() => undefined);
    return mine;
  }

  async #accept(token: string, credential: Credential): Promise<PersonRef> {
    const { target, secret, person, isOwn } = await this.#of(token);
    // Before the decision: discarded in between, this one is of before.
    const generation = await this.#generationOf(person);
    const held = await this.accounts.heldAs(credential);
    const marks = await this.accounts.marksOf(credential);
    const { isService } = credential;
    const isDiscarded = held?.person === person && held.generation < generation;
    const said = { marks, holder: held?.person ?? null, isDiscarded, isService };
    const data = { tokenSha256: hashOf(secret), ...said };
    const sender = { person: SIGN_IN, mandate: null, auth: authOf(credential), system: true };
    const answer = await this.gateway.send(
      { aggregate: 'invitation', type: 'BindLogin', target, data },
      sender,
      { commandId: randomUUID() as Uuid },
    );
    if (answer.outcome === 'refused') throw new InvitationRefused(answer.refusal);
    const isFirst = !isOwn && !isService;
    const bound = await this.accounts.bind(credential, { person, generation, isFirst });
    if (bound === null) throw refusedBy(invitationRules.SecondLoginByOneself);
    if (bound.person !== person) throw refusedBy(invitationRules.LoginOfAnother);
    return person;
  }

  async #generationOf(person: PersonRef): Promise<number> {
    const found = await this.transactions.load(closing, CLOSING_STREAM);
    return found ? generationOf(person, found.state) : 0;
  }

  /** Who does not know the secret learns nothing of an invitation. @throws InvitationRefused */
  async #of(token: string) {
    const [, uuid = '', secret = ''] = TOKEN.exec(token) ?? [];
    const target = `invitation-${uuid}`;
    const known = uuid === '' ? null : await this.transactions.load(invitations, target);
    if (known?.state?.tokenSha256 !== hashOf(secret))
      throw refusedBy(invitationRules.InvitationLinkUnknown);
    const { person, invitedBy } = known.state;
    return { target, secret, person, isOwn: invitedBy === person };
  }
}

function refusedBy(rule: Rule): InvitationRefused {
  return new InvitationRefused({ ...rule, details: {} });
}

function hashOf(secret: string): Sha256 {
  return createHash('sha256').update(secret).digest('hex') as Sha256;
}
