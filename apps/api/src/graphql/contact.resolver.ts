import { TavoloInstance } from '@tavolo/access';
import { ResolveField, Resolver } from '@nestjs/graphql';

/** To whom obstacles are reported: a setting of the server, and no fact of the log. */
export abstract class AccessibilityContact {
  /** An address of e-mail, or of a page with a form; null where none is set. */
  abstract readonly address: string | null;
}

@Resolver(() => TavoloInstance)
export class ContactResolver {
  constructor(private readonly contact: AccessibilityContact) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'To whom obstacles to access are reported, as the accessibility statement names it: an address of e-mail, or of a page with a form (recapito per le segnalazioni di accessibilità).',
  })
  accessibilityContact(): string | null {
    return this.contact.address;
  }
}
