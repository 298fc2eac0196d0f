import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../api/problem.js';
import { usePost } from '../api/usePost.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, faultOf } from '../ui/fields.js';
import type { Fault } from '../ui/ProblemSummary.js';
import { fieldId } from '../ui/SpecField.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { applicationPath, useKeepMine } from './applications.api.js';
import type { DraftSaver, DraftSnapshot } from './draft-saver.js';
import { draftForm, type FormStep, formSteps, pageOf } from './form-steps.js';
import { signUpText } from './sign-up.text.js';

interface Submission {
  readonly application: ApplicationView;
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
  readonly fields: Readonly<Record<FormStep, readonly FieldSpec[]>>;
}

/** Id of the box that is ticked before submitting. */
export const declaration = fieldId(draftForm, 'declared');

/** Checks what can be checked here, saves, submits; a "no" of the service leads to its field. */
export function useSubmission(submission: Submission) {
  const t = useText(signUpText);
  const say = useSayProblem();
  const keep = useKeepMine();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { send, busy } = usePost<ApplicationView>();
  const missingOf = useMissing(submission);
  const [declared, setDeclared] = useState(false);
  const [undeclared, setUndeclared] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { application, saver, fields } = submission;
  const submitNow = async () => {
    if (!(await saver.flush())) {
      setFaults([{ target: declaration, text: t.waiting }]);
      return;
    }
    const submitted = await send(`${applicationPath(application.id)}/submit`, { declared });
    saver.finish();
    announce(t.submitted);
    void navigate('/mine/receipt', { replace: true });
    keep(submitted);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingOf(declared);
    setUndeclared(!declared);
    setFaults(missing);
    if (busy || missing.length > 0) return;
    try {
      await submitNow();
    } catch (error) {
      const named = problemOf(error).errors.map(({ pointer, detail }) => faultAt(fields, pointer.slice(1), detail));
      setFaults(named.length > 0 ? named : [{ target: declaration, text: say(error) }]);
    }
  };
  const declare = (checked: boolean) => {
    setDeclared(checked);
    setUndeclared(false);
  };
  return { declared, declare, undeclared, faults, busy, submit };
}

/** What is empty or wrong on any page of the form, each with the page it stands on. */
function useMissing({ snapshot: { values, refused }, fields }: Submission) {
  const t = useText(signUpText);
  const words = useText(fieldText);
  return (declared: boolean): readonly Fault[] => {
    const all = formSteps.flatMap((step) => fields[step]);
    const found = all.flatMap((spec) => {
      const text = refused[spec.key] ?? faultOf(spec, values[spec.key], words);
      return text ? [faultAt(fields, spec.key, text)] : [];
    });
    return declared ? found : [...found, { target: declaration, text: t.declarationMissing }];
  };
}

function faultAt(fields: Submission['fields'], field: string, text: string): Fault {
  const step = formSteps.find((one) => fields[one].some((spec) => spec.key === field));
  return step ? { target: fieldId(draftForm, field), text, page: pageOf(step) } : { target: declaration, text };
}
