/** Nobody answers at the address: no server runs there. */
export class ServerUnreachable extends Error {
  constructor(readonly url: string) {
    super(`no Tavolo server answers at ${url}`);
  }
}

/** `fetch`, which says whom it did not reach. @throws ServerUnreachable */
export async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    // `fetch` says no more than that it failed; an abort is the caller's own.
    if (error instanceof TypeError) throw new ServerUnreachable(new URL(url).origin);
    throw error;
  }
}
