import { useText } from '../language/language.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { type FormStep, pageOf } from './form-steps.js';
import { signUpText } from './sign-up.text.js';

interface StepDockProps {
  readonly back: FormStep | 'review' | undefined;
  readonly busy?: boolean;
}

/** What stands at the foot of every page of the form: on, back, and that all is kept for later. */
export function StepDock({ back, busy = false }: StepDockProps) {
  const t = useText(signUpText);
  return (
    <div className="dock">
      <Button tone="go" type="submit" busy={busy}>
        {t.continue}
      </Button>
      {back && (
        <ButtonLink to={pageOf(back)} tone="link">
          {t.back}
        </ButtonLink>
      )}
      <p className="small">{t.later}</p>
    </div>
  );
}
