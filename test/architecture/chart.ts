import { globSync, readFileSync } from 'node:fs';

/** What `helm template` is given. */
export type Values = Readonly<Record<string, number | string>>;

const IF = /^\{\{- if \.Values\.(\w+) \}\}\n([^]*?)^\{\{- end \}\}\n/gmu;
const TEXT = /\{\{ \.Values\.(\w+) \| quote \}\}/gu;
const EACH = /\{\{ range \$n := until \(int \.Values\.(\w+)\) \}\}(.*?)\{\{ end \}\}/gu;
const NUMBER = /\{\{ \.Values\.(\w+) \| int \}\}/gu;

/**
 * The templates of the chart with these values. They use no more of Helm's language than a value in
 * quotes or as a number, the name of the release and of its namespace, a part that is there only
 * where a value is given, and a text once for each number below a value.
 * @throws Error for anything else, which only Helm could render
 */
export function rendered(values: Values): readonly string[] {
  const valueOf = (name: string): number | string => {
    const value = values[name];
    if (value === undefined) throw new Error(`the chart has no value ${name}`);
    return value;
  };
  return globSync('charts/tavolo/templates/*.yaml').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
      .replaceAll(IF, (_whole, name: string, body: string) => (valueOf(name) === '' ? '' : body))
      .replaceAll(EACH, (_whole, name: string, body: string) =>
        Array.from({ length: Number(valueOf(name)) }, (_, n) =>
          body.replaceAll('{{ $n }}', String(n)).replaceAll('{{ $.', '{{ .'),
        ).join(''),
      )
      .replaceAll(TEXT, (_whole, name: string) => JSON.stringify(valueOf(name)))
      .replaceAll(NUMBER, (_whole, name: string) => String(valueOf(name)))
      .replaceAll('{{ .Release.Name }}', 'tavolo')
      .replaceAll('{{ .Release.Namespace }}', 'board');
    if (/\{\{|\}\}/u.test(text)) throw new Error(`${file} has more of Helm than can be rendered`);
    return text.split(/^---$/mu);
  });
}
