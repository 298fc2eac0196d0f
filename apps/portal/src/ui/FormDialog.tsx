import { type FormEvent, type ReactNode, useId } from 'react';
import { useText } from '../language/language.js';
import { Button, type ButtonTone } from './Button.js';
import { Dialog } from './Dialog.js';
import type { FieldSpec, FieldValues } from './fields.js';
import { kitText } from './kit.text.js';
import { ProblemSummary } from './ProblemSummary.js';
import { SpecField } from './SpecField.js';
import { type Send, useForm } from './useForm.js';

interface FormDialogProps<Answer> {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  /** What the button says that does it. */
  readonly label: string;
  readonly tone?: ButtonTone;
  readonly send: Send<Answer>;
  onDone(answer: Answer): void;
  onClose(): void;
}

/** A question with a few fields; stays open with its content until it is done or closed. */
export function FormDialog<Answer>(props: FormDialogProps<Answer>) {
  const { title, intro, fields, initial, label, tone = 'go', send, onDone, onClose } = props;
  const t = useText(kitText);
  const form = useId();
  const { values, errors, faults, busy, change, leave, submit } = useForm(form, fields, initial);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit(send);
    if (done) onDone(done.answer);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void go(event)} noValidate>
        {intro}
        <ProblemSummary faults={faults} />
        {fields.map((spec) => (
          <SpecField
            key={spec.key}
            spec={spec}
            form={form}
            value={values[spec.key]}
            error={errors[spec.key]}
            onChange={change}
            onLeave={() => leave(spec)}
          />
        ))}
        <div className="actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" tone={tone} busy={busy}>
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
