import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAnnounce } from './Announcer.js';
import { Button, type ButtonTone } from './Button.js';
import { FormDialog } from './FormDialog.js';
import type { FieldSpec, FieldValues } from './fields.js';
import type { Send } from './useForm.js';

interface DialogButtonProps<Answer> {
  readonly label: string;
  readonly tone?: ButtonTone;
  /** Heading of the dialog. */
  readonly title: string;
  readonly intro?: ReactNode;
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  /** On the button inside the dialog. */
  readonly doLabel: string;
  readonly send: Send<Answer>;
  /** Said when it is done; nothing where the answer speaks for itself. */
  readonly done?: string;
  onDone?(answer: Answer): void;
}

/** Asks in a dialog and sends it its own way: for what is no plain POST of a record's step. */
export function DialogButton<Answer>(props: DialogButtonProps<Answer>) {
  const { label, tone = 'plain', title, intro, fields, initial, doLabel, send, done, onDone } = props;
  const announce = useAnnounce();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const finish = (answer: Answer) => {
    setOpen(false);
    if (done) announce(done);
    onDone?.(answer);
    void client.invalidateQueries();
  };
  return (
    <>
      <Button tone={tone} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <FormDialog
          {...{ title, intro, fields, initial, send, tone: tone === 'plain' ? 'go' : tone }}
          label={doLabel}
          onDone={finish}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
