import ts from 'typescript';

/** A change of the text between two places. */
type Edit = Readonly<{ from: number; to: number; text: string }>;

/**
 * The same source with every refusal behind a switch: `if (late) return refuse(rules.Late)`
 * becomes `if ((late) && guards.keeps(rules.Late)) return …`. Where a refusal is no branch of its
 * own, it becomes null, which is what a guard that has nothing to refuse answers here.
 */
export function withSwitches(source: string, path: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    const rule = ruleOf(node);
    if (rule) edits.push(...switchFor(node, rule.getText(file), file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), source);
}

/** The rule of `refuse(rules.Late, …)` or of `{ ...commonRules.Late, details }`. */
function ruleOf(node: ts.Node): ts.Expression | null {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const [rule] = node.arguments;
    return node.expression.text === 'refuse' && rule ? rule : null;
  }
  if (!ts.isObjectLiteralExpression(node)) return null;
  const [spread] = node.properties;
  if (!spread || !ts.isSpreadAssignment(spread)) return null;
  const { expression } = spread;
  return ts.isPropertyAccessExpression(expression) &&
    /rules$/iu.test(expression.expression.getText())
    ? expression
    : null;
}

function switchFor(refusal: ts.Node, rule: string, file: ts.SourceFile): readonly Edit[] {
  const keeps = `globalThis.guards.keeps(${rule})`;
  const whole = wholeOf(refusal);
  const { parent } = whole;
  if (ts.isConditionalExpression(parent) && parent.condition !== whole) {
    const isKeptWhenTrue = parent.whenTrue === whole;
    return around(parent.condition, isKeptWhenTrue ? `) && ${keeps}` : `) || !${keeps}`, file);
  }
  const other = coalesced(whole);
  const returned = other ? wholeOf(parent) : whole;
  const branch = ts.isReturnStatement(returned.parent) ? branchOf(returned.parent) : null;
  if (branch) {
    const stays = other ? `) && ((${other.getText(file)}) != null || ${keeps})` : `) && ${keeps}`;
    return around(branch.expression, stays, file);
  }
  const [from, to] = [refusal.getStart(file), refusal.getEnd()];
  return [
    { from: to, to, text: ' : null)' },
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

/** The `if` whose whole branch is this return. */
function branchOf(node: ts.ReturnStatement): ts.IfStatement | null {
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
