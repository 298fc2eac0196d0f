import { dateOf } from '@xibu/domain/dates';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { useEffect, useState } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { useLanguage, useText } from '../language/language.js';
import { useNow } from '../session/clock.js';
import { useSeason } from '../session/season.js';
import { useActor } from '../session/session.js';
import { focusField } from '../ui/ProblemSummary.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { useMine } from './applications.api.js';
import { formText } from './form.text.js';
import { fieldsOf, pageOf, signUpPages } from './form-steps.js';
import { LeaveWarning } from './LeaveWarning.js';
import { SignUpOutline } from './SignUpOutline.js';
import { SignUpReview } from './SignUpReview.js';
import { SignUpStep } from './SignUpStep.js';
import { SignUpSteps } from './SignUpSteps.js';
import { openSubmission } from './submission-key.js';
import { useDraft } from './useDraft.js';

/** 《报名登记表》 in steps that save themselves; each step has its address. */
export function SignUpPage() {
  const { data: application, error, isPending, refetch } = useMine();
  const t = useText(formText);
  if (error) return <WaitingPage title={t.person} error={error} retry={() => void refetch()} />;
  if (isPending) return <SignUpOutline />;
  // A form that has just been submitted leads to its receipt, whichever of the two redirections comes first.
  if (application?.status === 'submitted') return <Navigate to="/mine/receipt" replace />;
  if (!application || !['draft', 'returned'].includes(application.status)) return <Navigate to="/mine" replace />;
  return <SignUp key={application.id} application={application} />;
}

function SignUp({ application }: { readonly application: ApplicationView }) {
  const { language } = useLanguage();
  const { name } = useActor();
  const now = useNow();
  const { season } = useSeason();
  const { step = '' } = useParams();
  // The key of the submission is as old as the form, whenever it is sent.
  useState(() => openSubmission(application.id, application.reviews.length));
  const { saver, snapshot, fields: drawn } = useDraft(application, name);
  const fields = fieldsOf({ language, season, values: snapshot.values, today: now && dateOf(now) });
  drawn.current = Object.values(fields).flat();
  useFocusOnTarget();
  const at = signUpPages.findIndex((page) => page === step);
  if (at === -1) return <Navigate to={pageOf('person')} replace />;
  const here = signUpPages[at] ?? 'review';
  return (
    <>
      <SignUpSteps at={at} />
      {here === 'review' ? (
        <SignUpReview application={application} saver={saver} snapshot={snapshot} fields={fields} />
      ) : (
        <SignUpStep
          key={here}
          step={here}
          next={signUpPages[at + 1] ?? 'review'}
          back={signUpPages[at - 1]}
          fields={fields[here]}
          saver={saver}
          snapshot={snapshot}
        />
      )}
      <LeaveWarning saver={saver} fields={Object.values(fields).flat()} />
    </>
  );
}

/** A link out of a summary names a field behind the `#`. */
function useFocusOnTarget(): void {
  const { hash, pathname } = useLocation();
  useEffect(() => {
    if (hash && pathname) focusField(hash.slice(1));
  }, [hash, pathname]);
}
