/** A print as who asks gets it: its bytes and where the same are found, or why there is none. */
export type Printed = Readonly<{
  status: number;
  /** Why there is none. */
  code?: string;
  type: string | null;
  bytes: string;
  again: string | null;
}>;

/** Asks for a print, signed in by these headers. */
export async function printed(
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Printed> {
  const response = await fetch(address, { headers });
  const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const { status } = response;
  const problem = status === 200 ? {} : (JSON.parse(bytes) as { code: string });
  const [type, again] = [
    response.headers.get('content-type'),
    response.headers.get('content-location'),
  ];
  return { status, type, bytes, again, ...problem };
}
