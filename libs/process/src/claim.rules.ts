import { rules } from '@tavolo/kernel';

/** What a claim keeps out. */
export const claimRules = rules({
  TaxCodeTaken: [
    'PA-1',
    'Il codice fiscale appartiene già a un partner attivo ({holder}).',
    'The tax code already belongs to an active partner ({holder}).',
  ],
  ProtocolNumberTaken: [
    'A-7',
    'Il numero di protocollo è già di un altro atto dello stesso registro ({holder}).',
    'The protocol number is already that of another act of the same register ({holder}).',
  ],
  PlanTaken: [
    'PL-1',
    'Per questa Regione e questo avviso esiste già un piano ({holder}).',
    'There is already a plan for this Region and this call ({holder}).',
  ],
  NeverClaimed: [
    'X-12',
    'Il valore non è mai stato attribuito: non c’è nulla da restituire.',
    'The value was never claimed: there is nothing to give back.',
  ],
  HeldByAnother: [
    'X-11',
    'Il valore è attribuito a {holder}: solo il titolare può restituirlo.',
    'The value is held by {holder}: only its holder can give it back.',
  ],
});
