/** Words shared by every decider: what a message is, who acts, and when. Depends on nothing. */

export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** RFC 3339 in UTC with milliseconds, `2026-11-23T10:00:00.000Z`: text order is time order. */
export type Instant = Brand<string, 'Instant'>;
/** A whole day `YYYY-MM-DD` in the time zone of the body; an `until` includes its last day. */
export type LocalDate = Brand<string, 'LocalDate'>;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as its source, never completed by invention. */
export type PartialDate = Brand<string, 'PartialDate'>;
/** SHA-256 of a document's bytes, 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<string, 'Sha256'>;
/** `person-<uuid>`: the random reference under which the private store keeps a name. */
export type PersonRef = Brand<string, 'PersonRef'>;
/** `<stream>#<local>`: a fact of a stream that gives somebody the power to act. */
export type MandateRef = Brand<string, 'MandateRef'>;
/** `partner-<uuid>`: the organisation on whose behalf somebody acts. */
export type OrganisationId = Brand<string, 'OrganisationId'>;

/** Integer cents of EUR. */
export type Cents = Brand<number, 'Cents'>;

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

export type Message<Type extends string, Data> = Readonly<{ type: Type; data: Readonly<Data> }>;

/** A person under a mandate, or a named system actor whose cause is a human act. */
export type Actor = Readonly<{
  person: PersonRef;
  mandate: MandateRef | null;
  organisation: OrganisationId | null;
}>;

/** Time and actor come with the command, so that deciding is pure. `today` is `at` in the body's zone. */
export type Command<Type extends string, Data> = Message<Type, Data> &
  Readonly<{ at: Instant; today: LocalDate; by: Actor }>;

export type DataOf<M extends Message<string, unknown>, Type extends M['type']> = Extract<
  M,
  { type: Type }
>['data'];
