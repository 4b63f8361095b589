import type { Expr, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs';

type Node = Readonly<Record<string, unknown>>;

/**
 * Why a policy is outside the subset of Cedar that ours are written in; null where it is inside.
 * Inside it, an answer hangs on the type of the principal, the action, the kind of the mandate and
 * on which roles hold at or above the resource, and on no name of a person or a scope. That is
 * what lets a decision be remembered for all who stand alike (`MemoAuthorizer`).
 */
export function outsideOfSubset({
  principal,
  action,
  resource,
  conditions,
}: PolicyJson): string | null {
  if (principal.op !== 'All' && (principal.op !== 'is' || 'in' in principal)) {
    return 'principals are named by their type alone';
  }
  if (resource.op !== 'All') return 'resources are not named in the head of a policy';
  if (action.op === 'All') return 'every policy says for which actions it is';
  const bad = conditions.find(({ kind, body }) => kind !== 'when' || !isInside(body));
  return bad ? `a condition is outside of the subset: ${JSON.stringify(bad)}` : null;
}

function isInside(expression: Expr): boolean {
  const [[operator, of] = ['', {}], ...more] = Object.entries(expression as Node);
  if (more.length > 0) return false;
  const { left, right } = of as Readonly<{ left: Expr; right: Expr }>;
  switch (operator) {
    case '&&':
    case '||':
      return isInside(left) && isInside(right);
    case 'in':
      return isVariable(left, 'resource') && isOfContext(right);
    case '==':
      return isOfContext(left) && isText(right);
    default:
      return isOfContext(expression);
  }
}

function isVariable(expression: Expr, name: string): boolean {
  return (expression as Node).Var === name;
}

function isOfContext(expression: Expr): boolean {
  const access = (expression as Node)['.'] as Readonly<{ left: Expr }> | undefined;
  return access !== undefined && isVariable(access.left, 'context');
}

function isText(expression: Expr): boolean {
  return typeof (expression as Node).Value === 'string';
}
