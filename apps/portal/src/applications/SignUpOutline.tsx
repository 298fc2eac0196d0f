import { useParams } from 'react-router';
import { useLanguage, useText } from '../language/language.js';
import { kitText } from '../ui/kit.text.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { SpecField } from '../ui/SpecField.js';
import { Skeleton } from '../ui/states.js';
import { formText } from './form.text.js';
import { draftForm, type FormStep, fieldsOf, signUpPages } from './form-steps.js';
import { SignUpSteps } from './SignUpSteps.js';
import { StepDock } from './StepDock.js';

/**
 * A step of the form as it is for everybody, until what somebody has written is there. It comes with the page itself,
 * before any script, and nothing can be written in it yet.
 */
export function SignUpOutline() {
  const form = useText(formText);
  const { step = '' } = useParams();
  const at = Math.max(
    0,
    signUpPages.findIndex((page) => page === step),
  );
  const here = signUpPages[at] ?? 'person';
  return (
    <>
      <SignUpSteps at={at} />
      <div className="page">
        {/* What is asked of the other two depends on the season, and on what was written. */}
        {here === 'wishes' || here === 'review' ? (
          <>
            <PageHeading title={form[here]} />
            <div className="whole-window">
              <Skeleton lines={8} />
            </div>
          </>
        ) : (
          <EmptyStep step={here} back={signUpPages[at - 1]} />
        )}
      </div>
    </>
  );
}

interface EmptyStepProps {
  readonly step: FormStep;
  readonly back: FormStep | 'review' | undefined;
}

function EmptyStep({ step, back }: EmptyStepProps) {
  const form = useText(formText);
  const kit = useText(kitText);
  const { language } = useLanguage();
  const fields = fieldsOf({ language, season: null, values: {}, today: null })[step];
  return (
    <>
      <div className="row spread">
        <PageHeading title={form[step]} />
        <span className="small" role="status">
          {kit.loading}
        </span>
      </div>
      <fieldset className="outline" disabled>
        <Card>
          {fields.map((spec) => (
            <SpecField key={spec.key} spec={spec} form={draftForm} value={undefined} onChange={() => undefined} />
          ))}
        </Card>
        <StepDock back={back} />
      </fieldset>
    </>
  );
}
