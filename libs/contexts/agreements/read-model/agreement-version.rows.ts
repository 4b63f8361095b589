import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreementPartyTable, agreementTable, agreementVersionTable } from './agreement.rows.js';
import type { AgreementPartyRow, AgreementVersionRow, VersionPartyRow } from './agreement.rows.js';
import type { DataOf } from './agreement.changes.js';
import { effectElsewhere, recordedVersion } from './recording.rows.js';
import { changedVersion, changedVersionParty } from './agreement-version.changes.js';

const FOUNDING = 'founding';

/** The id of a version's row. */
export function versionId(agreement: string, amendment: string | null): string {
  return `${agreement}#${amendment ?? FOUNDING}`;
}

/** What a fact changes in the versions of its agreement. */
export function applyToVersions(recorded: RecordedEvent, write: Writer): void {
  const { stream, revision } = recorded;
  const event = recorded as unknown as AgreementEvent;
  switch (event.type) {
    case 'AgreementDrafted':
      write.put(agreementVersionTable, begun({ agreement: stream, revision }));
      return;
    case 'ExistingAgreementRecorded': {
      const blank = begun({ agreement: stream, revision });
      write.put(agreementVersionTable, recordedVersion(blank, event.data));
      return;
    }
    case 'AmendmentProposed': {
      const { amendment, amends, change, decision } = event.data;
      const row = begun({ agreement: stream, revision });
      const id = versionId(stream, amendment);
      const parties = partiesUnder(write.where(agreementPartyTable, 'agreement', stream), change);
      write.put(agreementVersionTable, {
        ...{ ...row, id, amendment, amends, change, decision, parties },
      });
      return;
    }
    case 'AmendmentRevised': {
      const { amendment, change, decision } = event.data;
      const row = write.get(agreementVersionTable, versionId(stream, amendment));
      const parties = partiesUnder(write.where(agreementPartyTable, 'agreement', stream), change);
      if (row) write.put(agreementVersionTable, { ...row, change, decision, parties });
      return;
    }
    case 'PartyReminded':
      reminded(recorded, event.data, write);
      return;
    case 'SignatureReverified':
      reverified(stream, event.data, write);
      return;
    case 'AgreementAmended':
      succeeded(stream, event.data, write);
      return;
    case 'AgreementTerminated':
    case 'AgreementAnnulled':
    case 'AgreementExpired':
      ended({ agreement: stream, status: statusAt[event.type] }, event.data.endedOn, write);
      return;
    default:
      change(stream, event, write);
  }
}

const statusAt = {
  AgreementTerminated: 'Terminated',
  AgreementAnnulled: 'Annulled',
  AgreementExpired: 'Expired',
} as const;

function begun({
  agreement,
  revision,
}: Pick<AgreementVersionRow, 'agreement' | 'revision'>): AgreementVersionRow {
  return {
    ...{ id: versionId(agreement, null), agreement, revision, amendment: null, number: null },
    ...{ amends: null, status: 'Drafted', change: null, decision: null, parties: [] },
    ...{ textVersion: null, textSha256: null, textMediaType: null, reserved: true },
    ...{ reservationDenied: null, openedOn: null, registrationAskedOf: null },
    ...{ registrationProposed: null, registrationDenied: null, registration: null },
    ...{ publication: null, from: null, before: null },
  };
}

/** The parties that have to sign an amendment, none of which has done anything about it yet. */
function partiesUnder(
  rows: readonly AgreementPartyRow[],
  change: NonNullable<AgreementVersionRow['change']>,
): readonly VersionPartyRow[] {
  const { shares = [], join = [], leave = [] } = change;
  const stay = rows.map(({ partner, role, shareCents, publicBody }) => {
    const leaving = leave.some((each) => each === partner);
    const named = shares.find((each) => each.partner === partner)?.shareCents ?? shareCents;
    return { ...untouched, partner, role, publicBody, leaving, shareCents: leaving ? 0 : named };
  });
  return [...stay, ...join.map((party) => ({ ...untouched, ...party, joining: true }))];
}

const untouched = {
  ...{ joining: false, leaving: false, approval: null, signature: null, refusal: null },
  ...{ signedElsewhere: null, reminder: null, reverification: null },
} as const;

/** A fact of the cycle: of the amendment that it names, else of the founding text. */
function change(stream: string, event: AgreementEvent, write: Writer): void {
  const { amendment = null } = event.data as { amendment?: string };
  const row = write.get(agreementVersionTable, versionId(stream, amendment));
  if (!row) return;
  const parties = changedVersionParty(row.parties, event);
  const next = changedVersion({ ...row, parties }, event);
  if (next !== null) write.put(agreementVersionTable, next);
}

/** Who reminded it, and in what words, stands beside the fact: in its meta and its reason. */
function reminded(
  { stream, meta }: RecordedEvent,
  { amendment, party, remindedOn: on }: DataOf<'PartyReminded'>,
  write: Writer,
): void {
  const row = write.get(agreementVersionTable, versionId(stream, amendment ?? null));
  if (!row) return;
  const { personRef: by } = meta.actor;
  const organisation = meta.actor.organisationId ?? null;
  const reasonRef = meta.reasonRef ?? null;
  const parties = row.parties.map((each) => {
    const times = (each.reminder?.times ?? 0) + 1;
    const reminder = { on, times, by, organisation, reasonRef };
    return each.partner === party ? { ...each, reminder } : each;
  });
  write.put(agreementVersionTable, { ...row, parties });
}

function reverified(
  stream: string,
  { version, party, ...found }: Extract<AgreementEvent, { type: 'SignatureReverified' }>['data'],
  write: Writer,
): void {
  const rows = write.where(agreementVersionTable, 'agreement', stream);
  for (const row of rows.filter(({ number }) => number === version)) {
    const parties = row.parties.map((each) =>
      each.partner === party ? { ...each, reverification: found } : each,
    );
    write.put(agreementVersionTable, { ...row, parties });
  }
}

/** The new version takes the place of the one before: of all only one has no last day. */
function succeeded(
  stream: string,
  { amendment, version, from }: Extract<AgreementEvent, { type: 'AgreementAmended' }>['data'],
  write: Writer,
): void {
  for (const row of write.where(agreementVersionTable, 'agreement', stream)) {
    if (row.amendment === amendment) {
      write.put(agreementVersionTable, { ...row, status: 'InForce', number: version, from });
    } else if (row.number === version - 1) {
      write.put(agreementVersionTable, { ...row, before: from });
    }
  }
}

function ended(
  { agreement, status }: Pick<AgreementVersionRow, 'agreement' | 'status'>,
  before: string,
  write: Writer,
): void {
  const rows = write.where(agreementVersionTable, 'agreement', agreement);
  const last = rows.find((row) => row.before === null && row.number !== null);
  const row = last ?? rows.find(({ amendment }) => amendment === null);
  if (!row) return;
  write.put(agreementVersionTable, { ...row, ...inForceBefore(row, write), status, before });
}

/** One that was signed elsewhere, and over before it was recorded, was in force until then. */
function inForceBefore(
  { agreement, number, amendment, registration }: AgreementVersionRow,
  write: Writer,
): Partial<AgreementVersionRow> {
  if (number !== null || amendment !== null) return {};
  const recorded = write.get(agreementTable, agreement)?.recordedAfterwards ?? null;
  return recorded === null ? {} : { number: 1, from: effectElsewhere(recorded, registration) };
}
