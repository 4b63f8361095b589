import { v5 } from 'uuid';
import type { Persona, Story } from './story.js';

/** An organisation of the demo, with who represents it. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly representative: Persona;
}

/** An organisation before it is registered. */
export interface NewBody {
  readonly name: string;
  readonly kind: string;
  readonly representative: string;
  readonly source: 'PROGRAMME' | 'PUBLIC' | 'SYNTHETIC';
  readonly territory?: string;
}

/**
 * Registers an organisation and appoints its representative. Its eligibility is verified by
 * somebody else: the first body's by the representative of the second.
 */
export async function introduce(story: Story, body: NewBody): Promise<Body> {
  const { name, kind, source, territory } = body;
  const { founder } = story;
  const { stream: id } = await story.did(founder, 'registerPartner', {
    ...{ name, kind, source },
    // A body that exists gets nothing invented but who represents it.
    ...(source === 'SYNTHETIC' && { taxCode: taxCodeOf(name) }),
    ...(territory !== undefined && { territory }),
  });
  await story.until('partner(id: $id) { status }', id, ({ status }) => status !== 'CANDIDATE');
  if (kind === 'THIRD_SECTOR') {
    const value = taxCodeOf(`runts ${name}`).slice(0, 6);
    await story.did(founder, 'recordIdentifier', { partner: id, kind: 'RUNTS_NO', value });
  }
  const person = await story.person(body.representative);
  const { createdId } = await story.decreed(founder, 'appointLegalRepresentative', {
    partner: id,
    person,
    from: story.today,
    reason: `${body.representative} rappresenta ${name}`,
  });
  const mandate = `${id}#${createdId ?? ''}`;
  return { id, name, representative: { person, mandate, name: body.representative } };
}

/** Proves eligibility until a day: the body's own submits, another's verifies (X-5, PA-2). */
export async function makeEligible(
  story: Story,
  body: Body,
  { by, until }: { readonly by: Body; readonly until: string },
): Promise<void> {
  const partner = body.id;
  const sha256 = await story.paper(body.representative, `Prove di ammissibilità di ${body.name}`);
  const evidence = { partner, until, documents: [{ sha256 }] };
  await story.did(body.representative, 'submitEligibilityEvidence', evidence);
  const reason = `Requisiti di ${body.name} verificati`;
  await story.decreed(by.representative, 'verifyEligibility', { partner, confirmed: true, reason });
}

/** Somebody else of a body who may act and sign for it, in a part of its acts (PA-5). */
export async function empower(
  story: Story,
  { id: partner, name: of, representative }: Body,
  { name, acts }: { readonly name: string; readonly acts: readonly string[] },
): Promise<Persona> {
  const person = await story.person(name);
  const power = { partner, person, acts, from: story.today };
  const reason = `${name} firma per ${of}`;
  const { createdId } = await story.decreed(representative, 'authoriseSignatory', {
    ...power,
    reason,
  });
  return { person, mandate: `${partner}#${createdId ?? ''}`, name };
}

/** Eleven digits that belong to nobody: they begin with 99. */
function taxCodeOf(name: string): string {
  const digits = BigInt(`0x${v5(name, v5.DNS).replaceAll('-', '')}`) % 1_000_000_000n;
  return `99${String(digits).padStart(9, '0')}`;
}
