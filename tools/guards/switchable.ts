import ts from 'typescript';

/** A change of the text between two places. */
type Edit = Readonly<{ from: number; to: number; text: string }>;

/** A refusal, or a list of findings, made of an entry of a catalogue. */
type Made = Readonly<{ rule: string; isList: boolean }>;

/** Those that make a list of findings, empty where nothing is wrong; all others make a refusal. */
const MAKES_LIST: ReadonlySet<string> = new Set(['missing', 'warnings']);

/**
 * The same source with every refusal behind a switch: `if (late) return refuse(rules.Late)`
 * becomes `if ((late) && guards.keeps(rules.Late)) return …`. Where a refusal is no branch of its
 * own, it becomes null, and a list of findings becomes empty: what a guard answers that has
 * nothing to refuse. A catalogue says which file its entries stand in.
 */
export function withSwitches(source: string, path: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const made = madeOf(node);
    if (made) edits.push(...switchFor(node, made, file));
    if (isCatalogue(node)) edits.push(...registered(node, path, file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), source);
}

/** Of `refuse(rule, …)`, of `missing(planRules.TableOpen, …)` or of `{ ...commonRules.Late, … }`. */
function madeOf(node: ts.Node): Made | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const { text: maker } = node.expression;
    const [rule] = node.arguments;
    if (!rule || !(maker === 'refuse' || isEntry(rule))) return null;
    return { rule: rule.getText(), isList: MAKES_LIST.has(maker) };
  }
  if (!ts.isObjectLiteralExpression(node)) return null;
  const [spread] = node.properties;
  if (!spread || !ts.isSpreadAssignment(spread) || !isEntry(spread.expression)) return null;
  return { rule: spread.expression.getText(), isList: false };
}

/** `planRules.TableOpen`, `planRules[code]`; not `rulebook.rules.stages`. */
function isEntry(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return node.expression.getText().endsWith('Rules');
  if (!ts.isPropertyAccessExpression(node) || !/^[A-Z]/u.test(node.name.text)) return false;
  return /(?:rules|warnings)$/iu.test(node.expression.getText());
}

/** `rules({ … })`. */
function isCatalogue(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'rules' &&
    node.arguments.some((argument) => ts.isObjectLiteralExpression(argument))
  );
}

function registered(node: ts.CallExpression, path: string, file: ts.SourceFile): readonly Edit[] {
  const [from, to] = [node.getStart(file), node.getEnd()];
  return [
    { from: to, to, text: `, ${JSON.stringify(path)})` },
    { from, to: from, text: 'globalThis.guards.named(' },
  ];
}

function switchFor(made: ts.Node, { rule, isList }: Made, file: ts.SourceFile): readonly Edit[] {
  const keeps = `globalThis.guards.keeps(${rule})`;
  if (isList) return instead(made, { keeps, by: '[]' }, file);
  const whole = wholeOf(made);
  const { parent } = whole;
  if (ts.isConditionalExpression(parent) && parent.condition !== whole) {
    const isKeptWhenTrue = parent.whenTrue === whole;
    return around(parent.condition, isKeptWhenTrue ? `) && ${keeps}` : `) || !${keeps}`, file);
  }
  const other = coalesced(whole);
  const returned = other ? wholeOf(parent) : whole;
  const branch = branchOf(returned.parent);
  if (branch) {
    const stays = other ? `) && ((${other.getText(file)}) != null || ${keeps})` : `) && ${keeps}`;
    return around(branch.expression, stays, file);
  }
  return instead(made, { keeps, by: 'null' }, file);
}

function instead(
  node: ts.Node,
  { keeps, by }: Readonly<{ keeps: string; by: string }>,
  file: ts.SourceFile,
): readonly Edit[] {
  const [from, to] = [node.getStart(file), node.getEnd()];
  return [
    { from: to, to, text: ` : ${by})` },
    { from, to: from, text: `(${keeps} ? ` },
  ];
}

/** `a` of `a ?? refusal`. */
function coalesced(node: ts.Node): ts.Expression | null {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.right !== node) return null;
  return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken ? parent.left : null;
}

/** With what only wraps it: `refused(…)`, `{ refusal: … }`, brackets. */
function wholeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const isWrap =
    ts.isParenthesizedExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    (ts.isCallExpression(parent) && parent.expression !== node);
  return isWrap ? wholeOf(parent) : node;
}

/** The `if` whose whole branch is this `return` or `throw`. */
function branchOf(node: ts.Node): ts.IfStatement | null {
  if (!ts.isReturnStatement(node) && !ts.isThrowStatement(node)) return null;
  const { parent } = node;
  const statement = ts.isBlock(parent) && parent.statements.length === 1 ? parent : node;
  const { parent: branch } = statement;
  return ts.isIfStatement(branch) && branch.thenStatement === statement ? branch : null;
}

function around(node: ts.Expression, end: string, file: ts.SourceFile): readonly Edit[] {
  const [from, to] = [node.getStart(file), node.getEnd()];
  return [
    { from: to, to, text: end },
    { from, to: from, text: '(' },
  ];
}

/** Sources of the libraries; a spec keeps its own refusals. */
export function isGuarded(path: string): boolean {
  return /\/libs\/.*\.ts$/u.test(path) && !path.endsWith('.spec.ts');
}
