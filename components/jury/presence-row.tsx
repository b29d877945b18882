import { SubmitButton } from '@/components/ui/action-form';
import { Status, type StatusTone } from '@/components/ui/status';

type Props = {
  name: string;
  hint: string;
  /** Whether they are there; nothing before anyone asked. */
  state: { tone: StatusTone; word: string } | null;
  act: string;
  /** The form that notes the contrary, around its button. */
  form: (button: React.ReactNode) => React.ReactNode;
};

/** One person and a room: what is known, and the one act that notes the contrary. */
export function PresenceRow({ name, hint, state, act, form }: Props) {
  return (
    <li>
      <span>
        {name}
        <span className="hint">{hint}</span>
      </span>
      <span className="flex flex-wrap items-center gap-3">
        {state ? <Status tone={state.tone}>{state.word}</Status> : null}
        {form(
          <SubmitButton kind="quiet" size="small">
            {act}
            <span className="hidden-text"> : {name}</span>
          </SubmitButton>,
        )}
      </span>
    </li>
  );
}
