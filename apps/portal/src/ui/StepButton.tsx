import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.js';
import { usePost } from '../api/usePost.js';
import { useAnnounce } from './Announcer.js';
import { Button, type ButtonTone } from './Button.js';
import { FormDialog } from './FormDialog.js';
import type { FieldSpec, FieldValues } from './fields.js';
import { useSayProblem } from './useSayProblem.js';

/** Something one can do with a record: asked for in a dialog when it has fields or a question, else done at once. */
export interface StepAction<Subject> {
  readonly key: string;
  readonly label: string;
  readonly tone?: ButtonTone;
  /** Heading of the dialog. */
  readonly question?: string;
  /** On the button inside the dialog; the label where nothing is said. */
  readonly doLabel?: string;
  readonly fields?: readonly FieldSpec[];
  path(subject: Subject): string;
  body(values: FieldValues): unknown;
  /** Said when it is done. */
  readonly done: string;
}

interface StepButtonProps<Subject> {
  readonly step: StepAction<Subject>;
  readonly subject: Subject;
  /** How the button looks on the page, where the step's own tone is for its dialog. */
  readonly look?: ButtonTone;
  onDone?(): void;
}

/** Does one step with one record: at once, or after a dialog where the step asks for something. */
export function StepButton<Subject>({ step, subject, look, onDone }: StepButtonProps<Subject>) {
  const say = useSayProblem();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { send, busy } = usePost();
  const [open, setOpen] = useState(false);
  const finish = async () => {
    setOpen(false);
    announce(step.done);
    await client.invalidateQueries();
    onDone?.();
  };
  const doAtOnce = async () => {
    try {
      await send(step.path(subject), step.body({}));
      await finish();
    } catch (error) {
      announce(say(error));
    }
  };
  return (
    <>
      <Button
        tone={look ?? step.tone ?? 'go'}
        busy={busy}
        onClick={() => (step.question ? setOpen(true) : void doAtOnce())}
      >
        {step.label}
      </Button>
      {open && (
        <FormDialog
          title={step.question ?? step.label}
          fields={step.fields ?? []}
          label={step.doLabel ?? step.label}
          tone={step.tone}
          send={async (values, keyFor) => {
            const body = step.body(values);
            await post(step.path(subject), body, keyFor(body));
          }}
          onDone={() => void finish()}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
