import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../language/language.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, malformed, tidied } from '../ui/fields.js';
import { Banner, Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type Fault, ProblemSummary } from '../ui/ProblemSummary.js';
import { fieldId, SpecField } from '../ui/SpecField.js';
import type { DraftSaver, DraftSnapshot } from './draft-saver.js';
import { formText } from './form.text.js';
import { draftForm, type FormStep, pageOf } from './form-steps.js';
import { SaveState } from './SaveState.js';
import { StepDock } from './StepDock.js';
import { signUpText } from './sign-up.text.js';

interface SignUpStepProps {
  readonly step: FormStep;
  readonly next: FormStep | 'review';
  readonly back: FormStep | 'review' | undefined;
  readonly fields: readonly FieldSpec[];
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
}

/** One page of the form. Going on needs nothing to be complete, only nothing to be wrong. */
export function SignUpStep(props: SignUpStepProps) {
  const { step, back, fields, saver, snapshot } = props;
  const t = useText(signUpText);
  const form = useText(formText);
  const { faults, busy, errorOf, leave, go } = useGoingOn(props);
  const { values, state } = snapshot;
  return (
    <form className="page" onSubmit={(event) => void go(event)} noValidate>
      <div className="row spread">
        <PageHeading title={form[step]} />
        <SaveState state={state} />
      </div>
      {state.kind === 'closed' && <Banner tone="bad" title={state.detail || t.closed} />}
      <ProblemSummary faults={faults} />
      <Card>
        {fields.map((spec) => (
          <SpecField
            key={spec.key}
            spec={spec}
            form={draftForm}
            value={values[spec.key]}
            error={errorOf(spec)}
            onChange={(changed) => saver.change(changed)}
            onLeave={() => leave(spec)}
          />
        ))}
      </Card>
      <StepDock back={back} busy={busy} />
    </form>
  );
}

/** Saves, names what is wrong on this page, and goes on where nothing is. */
function useGoingOn({ next, fields, saver, snapshot }: SignUpStepProps) {
  const words = useText(fieldText);
  const navigate = useNavigate();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const { values, refused } = snapshot;
  const wrong = (spec: FieldSpec, no: DraftSnapshot['refused']) =>
    no[spec.key] ?? malformed(spec, values[spec.key], words);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await saver.flush();
    setBusy(false);
    const refusedNow = saver.snapshot().refused;
    const found = fields.flatMap((spec) => {
      const text = wrong(spec, refusedNow);
      return text ? [{ target: fieldId(draftForm, spec.key), text }] : [];
    });
    setLeft(new Set(fields.map(({ key }) => key)));
    setFaults(found);
    if (found.length === 0) void navigate(pageOf(next));
  };
  const errorOf = (spec: FieldSpec) =>
    (left.has(spec.key) || refused[spec.key] ? wrong(spec, refused) : null) ?? undefined;
  const leave = (spec: FieldSpec) => {
    setLeft(new Set([...left, spec.key]));
    const tidy = tidied([spec], { [spec.key]: values[spec.key] });
    if (tidy[spec.key] !== values[spec.key]) saver.change(tidy);
  };
  return { faults, busy, go, errorOf, leave };
}
