import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { isBusy, secondsToWait, someChance } from '../api/retrying.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, faultOf } from '../ui/fields.js';
import type { Fault } from '../ui/ProblemSummary.js';
import { fieldId } from '../ui/SpecField.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { applicationPath, useKeepMine } from './applications.api.js';
import type { DraftSaver, DraftSnapshot } from './draft-saver.js';
import { draftForm, type FormStep, formSteps, pageOf } from './form-steps.js';
import { signUpText } from './sign-up.text.js';
import { closeSubmission, markUnderWay, openSubmission } from './submission-key.js';

interface Submission {
  readonly application: ApplicationView;
  readonly saver: DraftSaver;
  readonly snapshot: DraftSnapshot;
  readonly fields: Readonly<Record<FormStep, readonly FieldSpec[]>>;
}

/** Id of the box that is ticked before submitting. */
export const declaration = fieldId(draftForm, 'declared');

/** Checks what can be checked here, saves, submits until there is an answer; a "no" of the service leads to its field. */
export function useSubmission(submission: Submission) {
  const t = useText(signUpText);
  const say = useSayProblem();
  const missingOf = useMissing(submission);
  const { send, busy, waitingSeconds, isResumed } = useSending(submission);
  const [declared, setDeclared] = useState(isResumed);
  const [undeclared, setUndeclared] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const { saver, fields } = submission;
  const submitNow = async () => {
    try {
      if (!(await send())) setFaults([{ target: declaration, text: saver.hasUnsaved() ? t.notSaved : t.gone }]);
    } catch (error) {
      const named = problemOf(error).errors.map(({ pointer, detail }) => faultAt(fields, pointer.slice(1), detail));
      setFaults(named.length > 0 ? named : [{ target: declaration, text: say(error) }]);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = missingOf(declared);
    setUndeclared(!declared);
    setFaults(missing);
    if (!busy && missing.length === 0) await submitNow();
  };
  const declare = (checked: boolean) => {
    setDeclared(checked);
    setUndeclared(false);
  };
  const resume = useEffectEvent(() => void submitNow());
  useEffect(() => {
    if (isResumed) resume();
  }, [isResumed]);
  return { declared, declare, undeclared, faults, busy, waitingSeconds, submit };
}

/**
 * Sends the submission until the services have answered, always under the key that was made when the form opened: done
 * once, however often it is sent. What had been sent before a reload is sent on.
 */
function useSending({ application: { id, reviews }, saver }: Submission) {
  const t = useText(signUpText);
  const keep = useKeepMine();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [opened] = useState(() => openSubmission(id, reviews.length));
  const [busy, setBusy] = useState(false);
  const [waitingSeconds, setWaitingSeconds] = useState<number | null>(null);
  const pauses = usePauses();
  const pauseAfter = async (told: number | null, tries: number) => {
    const seconds = secondsToWait(told, tries, someChance());
    setWaitingSeconds(Math.ceil(seconds));
    await pauses.wait(seconds);
  };
  const sendOn = async (): Promise<boolean> => {
    for (let tries = 0; pauses.isHere(); tries += 1) {
      try {
        if (await saver.flush()) {
          const answer = await post<ApplicationView>(`${applicationPath(id)}/submit`, { declared: true }, opened.key);
          closeSubmission(id);
          saver.finish();
          announce(t.submitted);
          void navigate('/mine/receipt', { replace: true });
          keep(answer);
          return true;
        }
        if (saver.snapshot().state.kind !== 'waiting') return false;
        await pauseAfter(null, tries);
      } catch (error) {
        const problem = problemOf(error);
        if (!isBusy(problem)) throw error;
        await pauseAfter(problem.retryAfterSeconds, tries);
      }
    }
    // Whoever leaves the page, to change something for instance, has not submitted; a reload leaves no time for this.
    return false;
  };
  const send = async (): Promise<boolean> => {
    setBusy(true);
    markUnderWay(id, opened, true);
    let isDone = false;
    try {
      isDone = await sendOn();
      return isDone;
    } finally {
      if (!isDone) markUnderWay(id, opened, false);
      setBusy(false);
      setWaitingSeconds(null);
    }
  };
  return { send, busy, waitingSeconds, isResumed: opened.isUnderWay };
}

/** Waits as long as the page is there; whoever leaves it waits no more. */
function usePauses() {
  const [pauses] = useState(() => new Pauses());
  useEffect(() => {
    pauses.begin();
    return () => pauses.end();
  }, [pauses]);
  return pauses;
}

class Pauses {
  private here = true;
  private wake: () => void = () => undefined;

  isHere(): boolean {
    return this.here;
  }

  begin(): void {
    this.here = true;
  }

  end(): void {
    this.here = false;
    this.wake();
  }

  wait(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** What is empty or wrong on any page of the form, each with the page it stands on. */
function useMissing({ snapshot: { values, refused }, fields }: Submission) {
  const t = useText(signUpText);
  const words = useText(fieldText);
  return (declared: boolean): readonly Fault[] => {
    const all = formSteps.flatMap((step) => fields[step]);
    const found = all.flatMap((spec) => {
      const text = refused[spec.key] ?? faultOf(spec, values[spec.key], words);
      return text ? [faultAt(fields, spec.key, text)] : [];
    });
    return declared ? found : [...found, { target: declaration, text: t.declarationMissing }];
  };
}

function faultAt(fields: Submission['fields'], field: string, text: string): Fault {
  const step = formSteps.find((one) => fields[one].some((spec) => spec.key === field));
  return step ? { target: fieldId(draftForm, field), text, page: pageOf(step) } : { target: declaration, text };
}
