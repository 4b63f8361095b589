import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/facts.events.js';
import { applyToParties } from './agreement-party.rows.js';
import { applyToVersions, versionId } from './agreement-version.rows.js';
import { agreementChanges } from './agreement.changes.js';
import type { DataOf } from './agreement.changes.js';
import { agreementPartyTable, agreementTable, agreementVersionTable } from './agreement.rows.js';
import type { AgreementRow } from './agreement.rows.js';
import { recordedRow } from './recording.rows.js';

/** Agreements; their parties, as a partner is asked for its agreements; their versions. */
export const agreementProjection: Projection = {
  name: 'agreement',
  version: 4,
  categories: ['agreement'],
  tables: [agreementTable, agreementPartyTable, agreementVersionTable],
  apply(recorded, write) {
    applyToVersions(recorded, write);
    applyToParties(recorded, write);
    const row = next(recorded, write);
    if (row) write.put(agreementTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): AgreementRow | null {
  const event = recorded as unknown as AgreementEvent;
  if (event.type === 'AgreementDrafted') return drafted(recorded.stream, event.data);
  if (event.type === 'ExistingAgreementRecorded') {
    return recordedRow(drafted(recorded.stream, event.data), event.data);
  }
  const row = write.get(agreementTable, recorded.stream);
  if (!row) return row;
  const { amendment } = event.data as { amendment?: string };
  if (event.type === 'AgreementAmended') return amended(row, event.data, write);
  // Of an amendment: until it is in force the agreement stays as it is.
  if (amendment !== undefined || !Object.hasOwn(agreementChanges, event.type)) return row;
  const changed = { ...row, ...changeBy(event)(row, event.data) };
  if (!ofParties.includes(event.type)) return changed;
  const founding = write.get(agreementVersionTable, versionId(row.id, null));
  return founding ? { ...changed, status: founding.status } : changed;
}

/** Facts after which the state hangs on what the other parties have done. */
const ofParties: readonly string[] = ['PartyApprovalRecorded', 'SignatureInvalidated'];

function changeBy({ type }: AgreementEvent) {
  const all = agreementChanges as Readonly<Record<string, unknown>>;
  return all[type] as (row: AgreementRow, data: unknown) => Partial<AgreementRow>;
}

/** The text of the version that has just come into force; its row says what it changed. */
function amended(
  row: AgreementRow,
  { amendment, version, textSha256, totalCents, end }: DataOf<'AgreementAmended'>,
  write: Writer,
): AgreementRow {
  const found = write.get(agreementVersionTable, versionId(row.id, amendment));
  if (!found) return row;
  const { change, textVersion, textMediaType, registration, publication } = found;
  const { title = row.title, titleEn = row.titleEn, clauses = [], dropped = [] } = change ?? {};
  const kept = row.clauses
    .filter(({ id }) => !dropped.includes(id))
    .map((each) => clauses.find(({ id }) => id === each.id) ?? each);
  const added = clauses.filter(({ id }) => !row.clauses.some((each) => each.id === id));
  return {
    ...{ ...row, version, textSha256, totalCents, end, title, titleEn },
    ...{ clauses: [...kept, ...added], textVersion, textMediaType, registration },
    publication: publication ?? row.publication,
  };
}

function drafted(id: string, data: DataOf<'AgreementDrafted'>): AgreementRow {
  const { kind, title, titleEn, network, plan, parent, totalCents, start, end, source } = data;
  return {
    ...{ id, revision: 0, kind, status: 'Drafted', title, titleEn: titleEn ?? null },
    ...{ network, plan, parent, totalCents, start, end, source: source ?? null, clauses: [] },
    conditions: data.conditions.map((each) => ({ ...each, metOn: null, document: null })),
    ...{ textVersion: null, textSha256: null, textMediaType: null },
    ...{ reserved: parent === null, reservationDenied: null, openedOn: null },
    ...{ registrationAskedOf: null, registrationProposed: null, registrationDenied: null },
    ...{ registration: null, inForceFrom: null },
    publicationRequired: data.publicationRequired === true,
    ...{ noticeDays: data.noticeDays ?? null, publication: null, version: null },
    ...{ extension: null, extensionDenied: null, suspendedFrom: null, notice: null },
    ...{ terminationCause: null, annulledBy: null, endedOn: null, settlementOpenedOn: null },
    ...{ closedOn: null, settledCents: null, recordedAfterwards: null },
  };
}
