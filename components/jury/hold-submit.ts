/**
 * Holds each sending of a form, Enter included, until `ready` says that it may leave; then it leaves by the same button.
 * Returns what stops holding.
 */
export function holdSubmit(form: HTMLFormElement, ready: () => Promise<boolean>): () => void {
  let through = false;
  const sending = async (event: SubmitEvent) => {
    if (through) {
      through = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!(await ready())) return;
    through = true;
    form.requestSubmit(event.submitter);
  };
  form.addEventListener('submit', sending, true);
  return () => form.removeEventListener('submit', sending, true);
}
