import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { FormFields } from './FormFields.js';
import type { OpenForm } from './useForm.js';

interface FormBodyProps {
  readonly form: OpenForm;
  readonly intro?: ReactNode;
  /** On the button. */
  readonly label: string;
  /** The button is as wide as the fields. */
  readonly wide?: boolean;
  go(): Promise<void>;
  /** Between the fields and the button. */
  readonly children?: ReactNode;
}

/** Fields and the one button that sends them; what that does is told by `go`. */
export function FormBody({ form, intro, label, wide = false, go, children }: FormBodyProps) {
  const button = (
    <Button tone="go" type="submit" busy={form.busy}>
      {label}
    </Button>
  );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {intro}
      <FormFields form={form} />
      {children}
      {wide ? button : <div>{button}</div>}
    </form>
  );
}
