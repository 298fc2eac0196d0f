import type { Actor } from '@xibu/domain/access';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { TextInput } from '../ui/inputs.js';
import { kitText } from '../ui/kit.text.js';
import { type Fault, ProblemSummary } from '../ui/ProblemSummary.js';
import { useSession } from './session.js';
import { sessionText } from './session.text.js';

/** Name, password, and the second factor of offices; says no in words and keeps the name. */
export function SignInForm({ onSignedIn }: { onSignedIn(actor: Actor): void }) {
  const t = useText(sessionText);
  const kit = useText(kitText);
  const { signIn } = useSession();
  const [given, setGiven] = useState({ name: '', password: '', code: '' });
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const { name, password, code } = given;
    try {
      onSignedIn(await signIn({ name, password, ...(code && { code }) }));
    } catch (error) {
      const problem = problemOf(error);
      const text = problem.detail || (problem.status === 0 ? kit.offlineTitle : kit.faultText);
      setFaults([{ target: problem.code.includes('code') ? 'sign-in-code' : 'sign-in-name', text }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemSummary faults={faults} />
      <Field id="sign-in-name" label={t.account}>
        {(tied) => (
          <TextInput
            tied={tied}
            autoComplete="username"
            value={given.name}
            onChange={(name) => setGiven({ ...given, name })}
          />
        )}
      </Field>
      <Field id="sign-in-password" label={t.password}>
        {(tied) => (
          <TextInput
            tied={tied}
            type="password"
            autoComplete="current-password"
            value={given.password}
            onChange={(password) => setGiven({ ...given, password })}
          />
        )}
      </Field>
      <Field id="sign-in-code" label={t.code} hint={t.codeHint} optional>
        {(tied) => (
          <TextInput
            tied={tied}
            short
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={given.code}
            onChange={(code) => setGiven({ ...given, code })}
          />
        )}
      </Field>
      <Button tone="go" type="submit" busy={busy}>
        {t.signIn}
      </Button>
    </form>
  );
}
