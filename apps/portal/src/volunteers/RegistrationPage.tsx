import type { OwnVolunteerView, VolunteerView } from '@xibu/domain/placement/api';
import { useNavigate } from 'react-router';
import { useLanguage, useText } from '../language/language.js';
import { FormCard } from '../ui/FormCard.js';
import type { FieldSpec } from '../ui/fields.js';
import { sayDay } from '../ui/legal-dates.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { mobileRules, nameRules } from '../ui/person-fields.js';
import { ReadPage } from '../ui/ReadPage.js';
import { placeOfService } from './place-of-service.js';
import { volunteersText } from './volunteers.text.js';

/** 二次信息注册 (notice part four §3): the post as it is, contacts as they are now. */
export function RegistrationPage() {
  const t = useText(volunteersText);
  return (
    <ReadPage<OwnVolunteerView> title={t.registrationTitle} path="/api/placement/volunteers/mine" absent={t.mineNone}>
      {({ volunteer }) => <Registration volunteer={volunteer} />}
    </ReadPage>
  );
}

function Registration({ volunteer }: { readonly volunteer: VolunteerView }) {
  const t = useText(volunteersText);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { registration } = volunteer;
  const fields: readonly FieldSpec[] = [
    { key: 'postConfirmed', label: t.postConfirmed, kind: 'check', mustBeTrue: t.postMissing },
    { key: 'address', label: t.address, kind: 'text', maxLength: 100, autoComplete: 'street-address' },
    { key: 'mobile', label: t.mobile, kind: 'tel', autoComplete: 'tel', ...mobileRules(language) },
    { key: 'emergencyName', label: t.emergencyName, kind: 'text', ...nameRules(language) },
    { key: 'emergencyMobile', label: t.emergencyMobile, kind: 'tel', ...mobileRules(language) },
    { key: 'declared', label: t.declared, kind: 'check', mustBeTrue: t.declaredMissing },
  ];
  return (
    <>
      <p className="quiet readable">{t.registrationIntro}</p>
      {registration && <Banner tone="ok" title={t.registrationDone(sayDay(registration.registeredOn, language))} />}
      <Card title={t.post}>
        <Facts facts={placeOfService(volunteer, language)} />
      </Card>
      <FormCard
        fields={fields}
        initial={{ address: registration?.address, emergencyName: registration?.emergencyName }}
        path="/api/placement/registrations"
        body={(values) => values}
        label={t.registrationSend}
        done={t.registrationSent}
        onDone={() => void navigate('/mine/service')}
      />
    </>
  );
}
