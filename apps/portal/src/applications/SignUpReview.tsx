import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useActionKey } from '../api/action-key.js';
import { post } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, type FieldValues, faultOf } from '../ui/fields.js';
import { Checkbox } from '../ui/inputs.js';
import { kitText } from '../ui/kit.text.js';
import { Card, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type Fault, ProblemSummary } from '../ui/ProblemSummary.js';
import { fieldId } from '../ui/SpecField.js';
import { ValueOf } from '../ui/ValueOf.js';
import { applicationPath, useKeepMine } from './applications.api.js';
import type { DraftSaver, DraftSnapshot } from './draft-saver.js';
import { formText } from './form.text.js';
import { draftForm, type FormStep, formSteps, pageOf } from './form-steps.js';
import { SaveState } from './SaveState.js';
import { signUpText } from './sign-up.text.js';

interface SignUpReviewProps {
  readonly application: ApplicationView;
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
  readonly fields: Readonly<Record<FormStep, readonly FieldSpec[]>>;
}

const declaration = fieldId(draftForm, 'declared');

/** Everything once more, each answer with its link, the declaration, and the one button that submits. */
export function SignUpReview({ application, saver, snapshot, fields }: SignUpReviewProps) {
  const t = useText(signUpText);
  const form = useText(formText);
  const submission = useSubmission(application, saver, snapshot, fields);
  const { declared, declare, undeclared, faults, busy } = submission;
  return (
    <form className="page with-dock" onSubmit={submission.submit} noValidate>
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

/** Checks what can be checked here, saves, submits; a "no" of the service leads to its field. */
function useSubmission(
  application: ApplicationView,
  saver: DraftSaver,
  { values, refused }: DraftSnapshot,
  fields: SignUpReviewProps['fields'],
) {
  const t = useText(signUpText);
  const words = useText(fieldText);
  const kit = useText(kitText);
  const keep = useKeepMine();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const key = useActionKey();
  const [declared, setDeclared] = useState(false);
  const [undeclared, setUndeclared] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const faultAt = (field: string, text: string): Fault => {
    const step = formSteps.find((one) => fields[one].some((spec) => spec.key === field));
    return { target: step ? fieldId(draftForm, field) : declaration, text, page: step && pageOf(step) };
  };
  const missing = () => {
    const all = formSteps.flatMap((step) => fields[step]);
    const found = all.flatMap((spec) => {
      const text = refused[spec.key] ?? faultOf(spec, values[spec.key], words);
      return text ? [faultAt(spec.key, text)] : [];
    });
    return declared ? found : [...found, { target: declaration, text: t.declarationMissing }];
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = missing();
    setUndeclared(!declared);
    setFaults(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      if (!(await saver.flush())) {
        setFaults([{ target: declaration, text: t.waiting }]);
        return;
      }
      const body = { declared };
      const submitted = await post<ApplicationView>(`${applicationPath(application.id)}/submit`, body, key.for(body));
      key.done();
      announce(t.submitted);
      await navigate('/mine/receipt');
      keep(submitted);
    } catch (error) {
      const problem = problemOf(error);
      const named = problem.errors.map(({ pointer, detail }) => faultAt(pointer.split('/')[1] ?? '', detail));
      const whole = problem.detail || (problem.status === 0 ? kit.offlineTitle : kit.faultText);
      setFaults(named.length > 0 ? named : [{ target: declaration, text: whole }]);
    } finally {
      setBusy(false);
    }
  };
  const declare = (checked: boolean) => {
    setDeclared(checked);
    setUndeclared(false);
  };
  return { declared, declare, undeclared, faults, busy, submit };
}
