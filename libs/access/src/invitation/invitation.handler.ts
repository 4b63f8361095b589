import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Mandates, Transactions } from '@tavolo/command';
import type { Answer, Grounded, Mandate } from '@tavolo/command';
import type { MandateRef } from '@tavolo/kernel';
import { isAdministrator } from '../policy/administrator.js';
import { invitations } from './invitation.js';
import type { InvitationCommand, InvitationState } from './invitation.js';
import { LoginsOfInvited } from './logins-of-invited.js';
import { mayInvite } from './may-invite.js';

/** A command on its way to the handler of invitations. */
export class InvitationRequest extends CommandRequest<InvitationCommand> {}

type Ground = Grounded<InvitationCommand>;

/** Every command on an invitation: gather what it rests on, decide, append. */
@CommandHandler(InvitationRequest)
export class InvitationHandler implements ICommandHandler<InvitationRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly mandates: Mandates,
    private readonly logins: LoginsOfInvited,
  ) {}

  execute(request: InvitationRequest): Promise<Answer> {
    return this.transactions.run(invitations, request, (state) => this.#ground(request, state));
  }

  #ground(request: InvitationRequest, state: InvitationState): Ground | Promise<Ground> {
    const { asked } = request;
    if (asked.type === 'InviteToSignIn') return this.#onMandate(request, asked.data.mandate);
    if (asked.type === 'BindLogin') return this.#onPerson(request, state);
    return this.#onAdministrator(request);
  }

  async #onAdministrator(request: InvitationRequest): Promise<Ground> {
    const mandate = await this.#acting(request);
    const grounds = { isAdministrator: mandate !== null && isAdministrator(mandate) };
    return { command: commandOf(request, grounds) };
  }

  /** The gateway has seen that the mandate is the sender's own. */
  async #acting({ envelope: { by } }: InvitationRequest): Promise<Mandate | null> {
    return by.mandate && (await this.mandates.find(by.mandate));
  }

  async #onMandate(request: InvitationRequest, ref: MandateRef): Promise<Ground> {
    const mandate = await this.mandates.find(ref);
    const logins = await this.logins.of(mandate?.person);
    const by = await this.#acting(request);
    const mayInviteThem = mandate !== null && by !== null && mayInvite(by, mandate);
    const isFresh = this.logins.isFresh(request.envelope.auth);
    return {
      command: commandOf(request, { ...logins, mandate, isFresh, mayInvite: mayInviteThem }),
      basis: mandate ? [mandate.basis] : [],
    };
  }

  async #onPerson(request: InvitationRequest, state: InvitationState): Promise<Ground> {
    return { command: commandOf(request, await this.logins.of(state?.person)) };
  }
}
