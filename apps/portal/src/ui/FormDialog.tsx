import { type FormEvent, type ReactNode, useId } from 'react';
import { useText } from '../language/language.js';
import { Button, type ButtonTone } from './Button.js';
import { Dialog } from './Dialog.js';
import { FormFields } from './FormFields.js';
import type { FieldSpec, FieldValues } from './fields.js';
import { kitText } from './kit.text.js';
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
  const form = useForm(useId(), fields, initial);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const done = await form.submit(send);
    if (done) onDone(done.answer);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void go(event)} noValidate>
        {intro}
        <FormFields form={form} />
        <div className="actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" tone={tone} busy={form.busy}>
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
