import { Name, useLanguage, useText } from '../language/language.js';
import { sayInstant } from '../ui/legal-dates.js';
import { officeText } from './office.text.js';

/** One step between preparation and release. */
export interface ApprovalStep {
  readonly what: string;
  readonly state: 'done' | 'now' | 'to-come';
  readonly by?: string;
  readonly at?: string;
  /** The office or role that it waits for. */
  readonly waitsFor?: string;
  /** It waits for the person who looks. */
  readonly mine?: boolean;
}

/** Prepared, confirmed, approved, released: who and when, and who is next (never anybody of the steps before). */
export function ApprovalStrip({ steps }: { readonly steps: readonly ApprovalStep[] }) {
  const t = useText(officeText);
  return (
    <ol className="strip">
      {steps.map((step, index) => (
        <li key={step.what} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>
            {step.state === 'done' ? '✓' : index + 1} {step.what}
          </b>
          <p className="small">
            <StepDetail step={step} />
            {step.state === 'to-come' && t.notYet}
          </p>
        </li>
      ))}
    </ol>
  );
}

function StepDetail({ step }: { readonly step: ApprovalStep }) {
  const t = useText(officeText);
  const { language } = useLanguage();
  if (step.state === 'now') return step.mine ? t.byYou : step.waitsFor ? t.waitingFor(step.waitsFor) : null;
  if (step.state === 'to-come') return null;
  return (
    <>
      {step.by && <Name>{step.by}</Name>}
      {step.at && ` · ${sayInstant(step.at, language)}`}
    </>
  );
}
