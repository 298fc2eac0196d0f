import type { Actor } from '@xibu/domain/access';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import type { SameWords } from '../language/texts.js';
import { Button } from '../ui/Button.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { ProblemSummary } from '../ui/ProblemSummary.js';
import { SpecField } from '../ui/SpecField.js';
import { useForm } from '../ui/useForm.js';
import { useSession } from './session.js';
import { sessionText } from './session.text.js';

const form = 'sign-in';

function fieldsOf(t: SameWords<(typeof sessionText)['zh']>, isTemporary: boolean): readonly FieldSpec[] {
  const fields: readonly FieldSpec[] = [
    { key: 'name', label: t.account, kind: 'text', autoComplete: 'username' },
    { key: 'password', label: t.password, kind: 'password', autoComplete: 'current-password' },
    { key: 'code', label: t.code, hint: t.codeHint, kind: 'text', autoComplete: 'one-time-code', optional: true },
  ];
  const another: FieldSpec = { key: 'newPassword', label: t.newPassword, hint: t.newPasswordHint, kind: 'password' };
  return isTemporary ? [...fields, { ...another, autoComplete: 'new-password' }] : fields;
}

/** Name, password, and the second factor of offices; says no in words and keeps what was typed. */
export function SignInForm({ onSignedIn }: { onSignedIn(actor: Actor): void }) {
  const t = useText(sessionText);
  const { signIn } = useSession();
  const [isTemporary, setTemporary] = useState(false);
  const fields = fieldsOf(t, isTemporary);
  const { values, errors, faults, busy, change, leave, submit } = useForm(form, fields);
  const send = async (given: FieldValues): Promise<Actor> => {
    const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== undefined);
    try {
      return await signIn({ name: '', password: '', ...Object.fromEntries(filled) });
    } catch (error) {
      setTemporary(isTemporary || problemOf(error).code === 'password.temporary');
      throw error;
    }
  };
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const done = await submit(send);
    if (done) onSignedIn(done.answer);
  };
  return (
    <form className="stack" onSubmit={(event) => void go(event)} noValidate>
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
      <Button tone="go" type="submit" busy={busy}>
        {t.signIn}
      </Button>
    </form>
  );
}
