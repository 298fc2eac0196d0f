import type { Actor } from '@xibu/domain/access';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import type { SameWords } from '../language/texts.js';
import { FormBody } from '../ui/FormBody.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { useForm } from '../ui/useForm.js';
import { useSession } from './session.js';
import { sessionText } from './session.text.js';

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
  const form = useForm('sign-in', fieldsOf(t, isTemporary));
  const send = async (given: FieldValues): Promise<Actor> => {
    const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== undefined);
    try {
      return await signIn({ name: '', password: '', ...Object.fromEntries(filled) });
    } catch (error) {
      setTemporary(isTemporary || problemOf(error).code === 'password.temporary');
      throw error;
    }
  };
  const go = async () => {
    const done = await form.submit(send);
    if (done) onSignedIn(done.answer);
  };
  return <FormBody form={form} label={t.signIn} go={go} wide />;
}
