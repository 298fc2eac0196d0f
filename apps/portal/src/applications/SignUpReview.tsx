import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { Checkbox } from '../ui/inputs.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ProblemSummary } from '../ui/ProblemSummary.js';
import { fieldId } from '../ui/SpecField.js';
import { ValueOf } from '../ui/ValueOf.js';
import type { DraftSaver, DraftSnapshot } from './draft-saver.js';
import { formText } from './form.text.js';
import { draftForm, type FormStep, formSteps, pageOf } from './form-steps.js';
import { SaveState } from './SaveState.js';
import { signUpText } from './sign-up.text.js';
import { declaration, useSubmission } from './useSubmission.js';

interface SignUpReviewProps {
  readonly application: ApplicationView;
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
  readonly fields: Readonly<Record<FormStep, readonly FieldSpec[]>>;
}

/** Everything once more, each answer with its link, the declaration, and the one button that submits. */
export function SignUpReview({ application, saver, snapshot, fields }: SignUpReviewProps) {
  const t = useText(signUpText);
  const form = useText(formText);
  const submission = useSubmission({ application, saver, snapshot, fields });
  const { declared, declare, undeclared, faults, busy, waitingSeconds } = submission;
  return (
    <form className="page" onSubmit={(event) => void submission.submit(event)} noValidate>
      <div className="row spread">
        <PageHeading title={form.review} />
        <SaveState state={snapshot.state} />
      </div>
      <ProblemSummary faults={faults} />
      <p className="quiet readable">{t.reviewLead}</p>
      {formSteps.map((step) => (
        <Card key={step} title={form[step]}>
          <Facts facts={fields[step].map((spec) => factOf(spec, step, snapshot.values, t))} />
        </Card>
      ))}
      <Card>
        <Checkbox
          id={declaration}
          label={t.declaration}
          checked={declared}
          error={undeclared ? t.declarationMissing : undefined}
          onChange={declare}
        />
      </Card>
      <div role="status">
        {waitingSeconds !== null && (
          <Banner tone="act" title={t.sending}>
            <p>{t.sendingText(waitingSeconds)}</p>
          </Banner>
        )}
      </div>
      <div className="dock">
        <Button tone="go" type="submit" busy={busy}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function factOf(
  spec: FieldSpec,
  step: FormStep,
  values: FieldValues,
  t: { change: string; changeOf(label: string): string; notGiven: string },
) {
  return {
    label: spec.label,
    value: <ValueOf spec={spec} value={values[spec.key]} none={t.notGiven} />,
    change: (
      <Link to={`${pageOf(step)}#${fieldId(draftForm, spec.key)}`} aria-label={t.changeOf(spec.label)}>
        {t.change}
      </Link>
    ),
  };
}
