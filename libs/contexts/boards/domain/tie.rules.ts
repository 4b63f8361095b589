import { rules } from '@tavolo/kernel';

/** What keeps a tie that waits from being broken, or passed over. */
export const tieRules = rules({
  TieWaits: [
    'D-2',
    'Sul punto {item} i voti sono pari: prima si verbalizza l’estrazione, si esprime il secondo voto o si rinvia la proposta.',
    'On the item {item} the votes are equal: first record the drawing, cast the second vote or postpone the proposal.',
  ],
  NoTie: [
    'X-11',
    'Nessuna parità attende di essere sciolta: lo stato è {status}.',
    'No tie waits to be broken: the state is {status}.',
  ],
  NotByLot: [
    'D-2',
    'Il regolamento non affida questa parità alla sorte, ma al secondo voto di chi presiede.',
    'The rulebook does not leave this tie to lot, but to the second vote of who presides.',
  ],
  NotBySecondVote: [
    'D-2',
    'Il regolamento affida questa parità alla sorte, non a un secondo voto.',
    'The rulebook leaves this tie to lot, not to a second vote.',
  ],
  DrawerRecords: [
    'X-5',
    'Chi verbalizza l’estrazione non può averla fatta.',
    'Who records the drawing cannot have drawn.',
  ],
  DrawerAbsent: [
    'D-2',
    'Estrae a sorte chi è stato alla seduta, il segretario compreso.',
    'Who draws was at the sitting, or is its secretary.',
  ],
  DrawerNotOfBody: [
    'D-2',
    'Senza seduta estrae a sorte chi è in carica nell’organo o ne è segretario.',
    'Without a sitting, who draws is in office in the body, or its secretary.',
  ],
  DrawerRecused: [
    'GB-3',
    'Chi è escluso per conflitto di interessi non estrae a sorte.',
    'Who is recused for a conflict of interest does not draw.',
  ],
  NotPresidingSeat: [
    'D-2',
    'Il secondo voto è di chi occupa il seggio {seat}, che presiedeva alla chiusura: nessun altro lo esprime.',
    'The second vote is of who sits for the seat {seat}, which presided at the closing: nobody else casts it.',
  ],
});
