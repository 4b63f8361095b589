/** A field as it was left; of what is ticked or chosen, whether it was. */
export type Field = Readonly<{ name: string; value: string; isTicked: boolean | null }>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The fields of a form as they are; a browser does not give a chosen file back. */
export function fieldsIn(form: HTMLFormElement): readonly Field[] {
  return controlsIn(form).map((control) => ({
    ...{ name: control.name, value: control.value },
    isTicked: isTick(control) ? control.checked : null,
  }));
}

/** The fields of a draft; none of one that another version of this page has left. */
export function fieldsOf(draft: string): readonly Field[] {
  try {
    const fields: unknown = JSON.parse(draft);
    return Array.isArray(fields) ? (fields as readonly Field[]) : [];
  } catch {
    return [];
  }
}

/**
 * Puts fields back as if their writer did it, so that whatever listens to the form hears of it, and
 * answers those that it does not have yet: they may come when others have changed.
 */
export function putBack(form: HTMLFormElement, left: readonly Field[]): readonly Field[] {
  const waiting = [...left];
  for (const control of controlsIn(form)) {
    const place = waiting.findIndex((field) => isOf(control, field));
    const [field] = place < 0 ? [] : waiting.splice(place, 1);
    if (field) fill(control, field);
  }
  return waiting;
}

function controlsIn(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(isControl).filter(({ name }) => name !== '');
}

function isControl(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return element.type !== 'file';
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
}

function isOf(control: Control, { name, value }: Field): boolean {
  return control.name === name && (!isTick(control) || control.value === value);
}

function fill(control: Control, { value, isTicked }: Field): void {
  if (isTick(control)) {
    // A radio is put out by the one that is chosen in its stead.
    if (control.checked !== isTicked && (isTicked === true || control.type === 'checkbox'))
      control.click();
    return;
  }
  if (control.value === value) return;
  // Set as the browser sets it: React takes its own setter for something it has done itself.
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
