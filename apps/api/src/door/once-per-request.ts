import { Authenticator } from '@tavolo/access';
import type { Asking, Principal } from '@tavolo/access';

/** Says once for each request who sends it, however many ask: a signature is not checked twice. */
export class OncePerRequest extends Authenticator {
  readonly #known = new WeakMap<Asking['headers'], Promise<Principal | null>>();

  constructor(private readonly authenticator: Authenticator) {
    super();
  }

  override principalOf(asking: Asking): Promise<Principal | null> {
    const known = this.#known.get(asking.headers);
    if (known) return known;
    const found = this.authenticator.principalOf(asking);
    this.#known.set(asking.headers, found);
    return found;
  }
}
