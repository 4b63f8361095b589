/** Of what Apollo refuses before it knows an operation: which of its sentences, and ours. */
const SENTENCES = [
  {
    like: /batching/iu,
    it: 'Un’operazione per richiesta: mandarle una alla volta.',
    en: 'One operation a request: send them one by one.',
  },
  {
    like: /CSRF/u,
    it: 'Mandare Content-Type: application/json, così che nessun altro sito possa chiedere in nome di chi accede.',
    en: 'Send Content-Type: application/json, so that no other site can ask in the name of who is signed in.',
  },
  {
    like: /^GET requests only/u,
    it: 'Con GET si legge soltanto: le mutazioni si mandano con POST.',
    en: 'GET only reads: mutations are sent with POST.',
  },
  {
    like: /'accept' header/u,
    it: 'Si risponde in application/json: ammetterlo in Accept.',
    en: 'The answer is application/json: allow it in Accept.',
  },
  {
    like: /`(?:variables|extensions)`/u,
    it: 'Le variabili e le estensioni («variables», «extensions») sono oggetti JSON.',
    en: 'Variables and extensions (“variables”, “extensions”) are JSON objects.',
  },
] as const;

const NO_QUERY = {
  it: 'Manca l’operazione: mandare un oggetto JSON con il suo testo in «query».',
  en: 'There is no operation: send a JSON object with its text in “query”.',
};

/** Our own sentences for one of Apollo's. */
export function apolloSentence(said: string): Readonly<{ it: string; en: string }> {
  const { it, en } = SENTENCES.find(({ like }) => like.test(said)) ?? NO_QUERY;
  return { it, en };
}
