import { useText } from '../language/language.js';
import { sayTime } from '../ui/legal-dates.js';
import type { SaveState as State } from './draft-saver.js';
import { signUpText } from './sign-up.text.js';

/** Whether what was written is safe; said aloud only when it is not. */
export function SaveState({ state }: { readonly state: State }) {
  const t = useText(signUpText);
  const said = {
    saved: () => (state.kind === 'saved' ? t.saved(sayTime(state.at)) : ''),
    changed: () => t.changed,
    saving: () => t.saving,
    waiting: () => t.waiting,
    closed: () => t.closed,
  };
  const trouble = state.kind === 'waiting' || state.kind === 'closed';
  return (
    <span className={trouble ? 'tag bad' : 'small'} role={trouble ? 'status' : undefined} data-save={state.kind}>
      {said[state.kind]()}
    </span>
  );
}
