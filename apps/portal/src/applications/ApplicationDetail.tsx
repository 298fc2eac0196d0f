import type { ApplicationView, EligibilityCheck } from '@xibu/domain/recruitment/api';
import { useLanguage, useText } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { History, type HistoryItem } from '../office/History.js';
import { officeText } from '../office/office.text.js';
import { useSeason } from '../session/season.js';
import { Card, type Fact, Facts, Tag, type Tone } from '../ui/notices.js';
import { ValueOf } from '../ui/ValueOf.js';
import { formText } from './form.text.js';
import { type FormStep, fieldsOf, formSteps } from './form-steps.js';
import { reviewText } from './review.text.js';

/** All that a reviewer looks at: what the system checked, the form, what has happened. */
export function ApplicationDetail({ application }: { readonly application: ApplicationView }) {
  const t = useText(reviewText);
  const form = useText(formText);
  const office = useText(officeText);
  const { language } = useLanguage();
  return (
    <>
      {application.checks.length > 0 && (
        <Card title={t.checks}>
          <Checks checks={application.checks} />
        </Card>
      )}
      {formSteps.map((step) => (
        <Card key={step} title={form[step]}>
          <ApplicationFacts application={application} step={step} />
        </Card>
      ))}
      <Card title={office.history}>
        <History items={historyOf(application, language)} />
      </Card>
    </>
  );
}

interface ApplicationFactsProps {
  readonly application: ApplicationView;
  readonly step: FormStep;
}

/** The answers of one step of the form, under the names that its fields have. */
export function ApplicationFacts({ application, step }: ApplicationFactsProps) {
  const t = useText(reviewText);
  const { language } = useLanguage();
  const { season } = useSeason();
  const values = { ...application.form };
  const facts: Fact[] = fieldsOf({ language, season, values, today: null })[step].map((spec) => ({
    label: spec.label,
    value: <ValueOf spec={spec} value={values[spec.key]} none={t.notGiven} />,
  }));
  return <Facts facts={facts} double />;
}

const tones: Readonly<Record<EligibilityCheck['outcome'], Tone>> = { met: 'ok', 'not-met': 'bad', attention: 'warn' };
const signs: Readonly<Record<EligibilityCheck['outcome'], string>> = { met: '✓', 'not-met': '×', attention: '!' };

export function Checks({ checks }: { readonly checks: readonly EligibilityCheck[] }) {
  const t = useText(reviewText);
  return (
    <ul className="checks">
      {checks.map(({ rule, outcome, clause }) => (
        <li key={rule}>
          <Tag tone={tones[outcome]}>
            <span aria-hidden="true">{signs[outcome]}</span> {t[outcome]}
          </Tag>
          <span>
            {t[rule]} <span className="small">{t.clause(clause)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function historyOf({ reviews, submittedAt }: ApplicationView, language: Language): readonly HistoryItem[] {
  const t = reviewText[language];
  const reviewed = reviews.map(({ stage, decision, opinion, by, at }) => ({
    ...{ at, by, why: opinion || undefined },
    what: stage === 'faculty' ? t.facultyDid[decision] : t.universityDid[decision],
  }));
  return submittedAt ? [...reviewed, { at: submittedAt, what: t.bySystem }] : reviewed;
}
