import type { OwnAccountView } from '@xibu/domain/programme/api';
import { useNavigate } from 'react-router';
import { post, put } from '../api/client.js';
import { emptyProblem, ProblemError } from '../api/problem.js';
import { frameText } from '../app/frame.text.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { roleText } from '../session/roles.text.js';
import { useSession } from '../session/session.js';
import { useAnnounce } from '../ui/Announcer.js';
import { ButtonLink } from '../ui/Button.js';
import { DialogButton } from '../ui/DialogButton.js';
import { FieldGroup } from '../ui/Field.js';
import type { FieldSpec } from '../ui/fields.js';
import { RadioChoices } from '../ui/inputs.js';
import { Card, Facts } from '../ui/notices.js';
import { mobileRules } from '../ui/person-fields.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { ownAccountText } from './own-account.text.js';
import { SecondFactorCard } from './SecondFactorCard.js';
import { SessionsCard } from './SessionsCard.js';

const path = '/api/programme/accounts/me';

/** 我的账号: contact, language, password, second factor, devices, and its end. */
export function OwnAccountPage() {
  const t = useText(ownAccountText);
  const { may } = useSession();
  return (
    <ReadPage<OwnAccountView> title={t.title} path={path}>
      {(account) => (
        <>
          <AccountCard account={account} />
          <PasswordCard />
          {may('account.second-factor') && <SecondFactorCard inUse={account.hasSecondFactor} />}
          <SessionsCard />
          {account.roles.includes('person') && <PersonCards />}
        </>
      )}
    </ReadPage>
  );
}

function AccountCard({ account }: { readonly account: OwnAccountView }) {
  const t = useText(ownAccountText);
  const roles = useText(roleText);
  return (
    <Card title={t.account}>
      <Facts
        facts={[
          { label: t.name, value: <Name>{account.name}</Name> },
          { label: t.loginName, value: <Name>{account.loginName}</Name> },
          ...(account.officeName ? [{ label: t.office, value: <Name>{account.officeName}</Name> }] : []),
          { label: t.roles, value: account.roles.map((role) => roles[role]).join(' · ') },
          { label: t.email, value: account.email ?? t.none },
          { label: t.mobile, value: account.mobile ?? t.none },
        ]}
      />
      <div>
        <Contact account={account} />
      </div>
      <LanguageChoice />
    </Card>
  );
}

function Contact({ account: { email, mobile } }: { readonly account: OwnAccountView }) {
  const t = useText(ownAccountText);
  const { language } = useLanguage();
  const fields: readonly FieldSpec[] = [
    { key: 'email', label: t.email, kind: 'email', autoComplete: 'email' },
    { key: 'mobile', label: t.mobile, kind: 'tel', autoComplete: 'tel', ...mobileRules(language) },
  ];
  return (
    <DialogButton
      label={t.setContact}
      title={t.contactQuestion}
      intro={<p className="quiet">{t.contactIntro}</p>}
      fields={fields}
      initial={{ email: email ?? '', mobile: mobile ?? '' }}
      doLabel={t.save}
      send={(values) => put<unknown>(`${path}/contact`, values)}
      done={t.contactDone}
    />
  );
}

/** Holds on this device at once; the account keeps it for every other. */
function LanguageChoice() {
  const t = useText(ownAccountText);
  const { language, choose } = useLanguage();
  const { rememberLanguage } = useSession();
  const announce = useAnnounce();
  const say = useSayProblem();
  const pick = async (chosen: string) => {
    const next = chosen === 'en' ? 'en' : 'zh';
    choose(next);
    try {
      await rememberLanguage(next);
      announce(ownAccountText[next].languageDone);
    } catch (error) {
      announce(say(error));
    }
  };
  return (
    <FieldGroup id="account-language" label={t.language}>
      <RadioChoices
        name="account-language"
        options={[
          { value: 'zh', label: frameText.en.otherLanguage, isName: true },
          { value: 'en', label: frameText.zh.otherLanguage },
        ]}
        value={language}
        onChange={(chosen) => void pick(chosen)}
      />
    </FieldGroup>
  );
}

function PasswordCard() {
  const t = useText(ownAccountText);
  const fields: readonly FieldSpec[] = [
    { key: 'password', label: t.oldPassword, kind: 'password', autoComplete: 'current-password' },
    {
      ...{ key: 'newPassword', label: t.newPassword, hint: t.newPasswordHint, kind: 'password' },
      autoComplete: 'new-password',
    },
    { key: 'again', label: t.repeat, kind: 'password', autoComplete: 'new-password' },
  ];
  return (
    <Card title={t.password}>
      <p className="quiet readable">{t.passwordText}</p>
      <div>
        <DialogButton
          label={t.changePassword}
          title={t.passwordQuestion}
          fields={fields}
          doLabel={t.passwordDo}
          send={({ password, newPassword, again }, keyFor) => {
            if (again !== newPassword) throw fieldProblem('/again', t.differs);
            const body = { password, newPassword };
            return post<unknown>(`${path}/change-password`, body, keyFor(body));
          }}
          done={t.passwordDone}
        />
      </div>
    </Card>
  );
}

/** A "no" of the page itself, at one of its fields. */
function fieldProblem(pointer: string, detail: string): ProblemError {
  return new ProblemError({ ...emptyProblem(422, 'page'), errors: [{ pointer, detail }] });
}

function PersonCards() {
  const t = useText(ownAccountText);
  const { forget } = useSession();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate('/');
    forget();
  };
  return (
    <>
      <ButtonLink to="/mine/data">{t.myData}</ButtonLink>
      <Card title={t.close}>
        <p className="quiet readable">{t.closeText}</p>
        <div>
          <StepButton
            subject={null}
            onDone={() => void leave()}
            step={{
              ...{ key: 'close', tone: 'no', label: t.closeDo, question: t.closeQuestion, doLabel: t.close },
              fields: [
                { key: 'password', label: t.oldPassword, kind: 'password', autoComplete: 'current-password' },
                { key: 'understood', label: t.closeCheck, kind: 'check', mustBeTrue: t.closeMissing },
              ],
              ...{ done: t.closed, path: () => `${path}/close`, body: ({ password }) => ({ password }) },
            }}
          />
        </div>
      </Card>
    </>
  );
}
