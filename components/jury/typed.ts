/** Every control of a grid by name ("grid.marks.need"), as text. */
export type Typed = Record<string, string>;

export function readForm(form: HTMLFormElement): Typed {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form))
    if (name.startsWith('grid.') && typeof value === 'string') typed[name] = value;
  return typed;
}

/** Puts saved texts back into the form's controls. */
export function fillForm(form: HTMLFormElement, typed: Typed): void {
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement) {
      if (control.name.startsWith('grid.')) control.value = typed[control.name] ?? '';
    } else if (control instanceof HTMLInputElement && control.name.startsWith('grid.')) {
      if (control.type === 'radio' || control.type === 'checkbox')
        control.checked = typed[control.name] === control.value;
      else control.value = typed[control.name] ?? '';
    }
  }
}
