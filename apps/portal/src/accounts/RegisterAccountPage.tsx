import { Link, useNavigate } from 'react-router';
import { post } from '../api/client.js';
import { useLanguage, useText } from '../language/language.js';
import type { Language, SameWords } from '../language/texts.js';
import { useSession } from '../session/session.js';
import { useAnnounce } from '../ui/Announcer.js';
import { FormBody } from '../ui/FormBody.js';
import type { FieldSpec } from '../ui/fields.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { mobileRules, nameRules } from '../ui/person-fields.js';
import { useForm } from '../ui/useForm.js';
import { accountText } from './accounts.text.js';

/** The service looks closer; this spares the way for what is plainly too weak. */
function isStrong(password: string): boolean {
  const kinds = [/[A-Za-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
  return password.length >= 10 && kinds >= 2;
}

function fieldsOf(t: SameWords<(typeof accountText)['zh']>, language: Language): readonly FieldSpec[] {
  return [
    { key: 'name', label: t.name, hint: t.nameHint, kind: 'text', autoComplete: 'name', ...nameRules(language) },
    { key: 'mobile', label: t.mobile, kind: 'tel', autoComplete: 'tel', ...mobileRules(language) },
    { key: 'email', label: t.email, hint: t.emailHint, kind: 'email', autoComplete: 'email' },
    {
      ...{ key: 'loginName', label: t.loginName, hint: t.loginNameHint, kind: 'text', autoComplete: 'username' },
      check: (value) => (/^[a-z][a-z0-9.-]{3,39}$/i.test(String(value)) ? null : t.loginNameFault),
    },
    {
      ...{ key: 'password', label: t.password, hint: t.passwordHint, kind: 'password', autoComplete: 'new-password' },
      check: (value) => (isStrong(String(value)) ? null : t.passwordFault),
    },
  ];
}

/** An applicant's own account; afterwards one is signed in and can begin to sign up. */
export function RegisterAccountPage() {
  const t = useText(accountText);
  const { language } = useLanguage();
  const { signIn } = useSession();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const form = useForm('account', fieldsOf(t, language));
  const go = async () => {
    const done = await form.submit(async ({ name, mobile, email, loginName, password }, keyFor) => {
      const body = { name, mobile, email, loginName, password, language };
      await post('/api/programme/accounts/register', body, keyFor(body));
      await signIn({ name: String(loginName), password: String(password) });
    });
    if (!done) return;
    announce(t.registered);
    void navigate('/mine');
  };
  return (
    <div className="page">
      <PageHeading title={t.registerTitle} />
      <p className="quiet readable">{t.registerText}</p>
      <Card>
        <FormBody form={form} label={t.registerDo} go={go} wide />
        <p>
          {t.have} <Link to="/sign-in">{t.toSignIn}</Link>
        </p>
      </Card>
    </div>
  );
}
