/** What a key asks for while the focus is in the controls of the time machine. */
export type SteeringKey =
  | 'first'
  | 'last'
  | 'markedAfter'
  | 'markedBefore'
  | 'next'
  | 'play'
  | 'previous'
  | 'share'
  | 'why';

/** A key, and what has the focus. */
export type SteeringPress = Readonly<{
  key: string;
  isShifted: boolean;
  /** With Ctrl, Cmd or Alt. */
  isCombined: boolean;
  focus: 'button' | 'field' | 'other' | 'slider';
}>;

const plain: Readonly<Record<string, SteeringKey>> = {
  arrowleft: 'previous',
  arrowright: 'next',
  home: 'first',
  end: 'last',
  e: 'why',
  s: 'share',
  ' ': 'play',
};
const shifted: Readonly<Record<string, SteeringKey>> = {
  arrowleft: 'markedBefore',
  arrowright: 'markedAfter',
};
/** The slider goes by these itself. */
const ofSlider = ['arrowleft', 'arrowright', 'home', 'end'];

/** Null of a key that is not for the time machine: a field, a button and the slider have their own. */
export function steeringKey({
  key: pressed,
  isShifted,
  isCombined,
  focus,
}: SteeringPress): SteeringKey | null {
  const key = pressed.toLowerCase();
  if (isCombined || focus === 'field') return null;
  const marked = isShifted ? shifted[key] : undefined;
  if (marked !== undefined) return marked;
  if (focus === 'button' && key === ' ') return null;
  if (focus === 'slider' && ofSlider.includes(key)) return null;
  return plain[key] ?? null;
}

/** What has the focus, as keys are told apart by it. */
export function focusOf(target: EventTarget | null): SteeringPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.matches('input[type=range], [role=slider]')) return 'slider';
  if (target.matches('input, select, textarea')) return 'field';
  return target.matches('button, a') ? 'button' : 'other';
}
