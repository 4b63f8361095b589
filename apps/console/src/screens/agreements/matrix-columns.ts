import { euros, useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { partyRole, signatureLevel } from '../../words/agreements.ts';
import { agreementMessages } from './agreement.messages.ts';
import { signatureState } from './signature-state.ts';
import type { Agreement, MatrixRow, SignatureState } from './signature-state.ts';
import { useVersionName } from './version-name.ts';

/** The signature matrix as rows of a file: the same words as in its cells, shares as numbers. */
export function useMatrixColumns({
  versions,
}: Pick<Agreement, 'versions'>): readonly Column<MatrixRow>[] {
  const say = useText(agreementMessages);
  const role = useText(partyRole);
  const level = useText(signatureLevel);
  const nameOf = useVersionName();
  const { day } = useFormats();
  const wordsOf = (state: SignatureState): string => {
    switch (state.kind) {
      case 'signed': {
        const by = say('signedBy', { level: level(state.level), name: state.by ?? '—' });
        return `${say('signed', { day: day(state.day) })}, ${by}`;
      }
      case 'refused':
        return say('refused', { day: day(state.day) });
      case 'other-text':
        return say('otherText', { signed: state.signed, current: state.current });
      case 'not-due':
        return say('notDue');
      case 'not-open':
        return say('notOpen');
      case 'approved':
      case 'awaited': {
        const { reminder } = state;
        const reminded = reminder && say('remindedOn', { day: day(reminder.on) });
        return [say(state.kind), reminded].filter(Boolean).join(', ');
      }
    }
  };
  return [
    { key: 'party', title: say('party'), value: ({ partner }) => partner?.name ?? null },
    ...versions.map((version): Column<MatrixRow> => ({
      key: version.id,
      title: nameOf(version),
      value: ({ partner }) => wordsOf(signatureState(version, partner?.id)),
    })),
    { key: 'role', title: say('role'), value: (row) => role(row.role) },
    {
      ...{ key: 'share', title: say('share'), isNumber: true },
      value: ({ cents }) => euros(cents),
    },
  ];
}
