import { messages } from '../app/text.ts';

/** What a file, or a sheet of paper, says of the list that it shows. */
export const fileMessages = messages({
  it: {
    information: 'Informazioni',
    list: 'Elenco',
    address: 'Indirizzo',
    filter: 'Filtro',
    unfiltered: 'nessuno',
    asOf: 'Stato al',
    position: 'Posizione nel registro',
    rows: 'Righe',
    sha256: 'SHA-256 delle righe (file CSV)',
    notReckoned: 'non calcolato: il browser lo calcola solo con https',
    unknown: 'non noto',
    download: 'Esporta: {list}',
    printedNow: 'Stato attuale, stampato il {printed}',
    printedPast: 'Stato al {moment}, stampato il {printed}',
    rowsOf: 'righe {count}',
  },
  en: {
    information: 'Information',
    list: 'List',
    address: 'Address',
    filter: 'Filter',
    unfiltered: 'none',
    asOf: 'As of',
    position: 'Position in the log',
    rows: 'Rows',
    sha256: 'SHA-256 of the rows (CSV file)',
    notReckoned: 'not reckoned: browsers do so over https only',
    unknown: 'not known',
    download: 'Export: {list}',
    printedNow: 'As it is now, printed on {printed}',
    printedPast: 'As of {moment}, printed on {printed}',
    rowsOf: 'rows {count}',
  },
});
