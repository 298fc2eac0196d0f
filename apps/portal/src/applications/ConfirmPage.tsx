import { specials as allSpecials, type Special } from '@xibu/domain/programme-terms';
import type { ApplicationView, ConfirmApplicationRequest } from '@xibu/domain/recruitment/api';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActionKey } from '../api/action-key.js';
import { post } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { useNow } from '../session/clock.js';
import { type Season, useSeason, windowOf } from '../session/season.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { FieldGroup } from '../ui/Field.js';
import { Checkbox, CheckboxChoices } from '../ui/inputs.js';
import { Card, Deadline } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { type Fault, ProblemSummary } from '../ui/ProblemSummary.js';
import { EmptyState } from '../ui/states.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { applicationPath, useKeepMine, useMine } from './applications.api.js';
import { formText } from './form.text.js';
import { mineText } from './mine.text.js';
import { RankedPlaces } from './RankedPlaces.js';

/** Confirming in the region and ranking the counties one would go to (notice 2.2.3). */
export function ConfirmPage() {
  const t = useText(mineText);
  const { data: application, error, isPending, refetch } = useMine();
  const { season } = useSeason();
  if (error || isPending) {
    return <WaitingPage title={t.confirmPageTitle} error={error} retry={() => void refetch()} />;
  }
  if (application && ['university-passed', 'confirmed'].includes(application.status)) {
    return <Confirmation application={application} season={season} />;
  }
  return (
    <div className="page">
      <PageHeading title={t.confirmPageTitle} />
      <EmptyState title={t.confirmNot}>
        <p>{t.confirmNotText}</p>
        <ButtonLink to="/mine">{t.toMine}</ButtonLink>
      </EmptyState>
    </div>
  );
}

interface ConfirmationProps {
  readonly application: ApplicationView;
  readonly season: Season | null;
}

function Confirmation({ application, season }: ConfirmationProps) {
  const t = useText(mineText);
  const form = useText(formText);
  const now = useNow();
  const { confirmation, form: filled } = application;
  const [counties, setCounties] = useState(confirmation?.counties ?? []);
  const [specials, setSpecials] = useState<readonly Special[]>(confirmation?.specials ?? filled.specials ?? []);
  const [accepts, setAccepts] = useState(confirmation?.acceptsReassignment ?? filled.acceptsReassignment ?? false);
  const { send, busy, faults } = useSend(application);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ counties, specials, acceptsReassignment: accepts });
  };
  const window = windowOf(season, 'confirmation');
  const offered: readonly Special[] = season?.values?.specials ?? allSpecials;
  return (
    <form className="page" onSubmit={submit} noValidate>
      <PageHeading title={t.confirmPageTitle} />
      <p className="quiet readable">{t.confirmLead}</p>
      {window && (
        <p>
          {t.deadline} <Deadline closesAt={window.closesAt} now={now} />
        </p>
      )}
      <ProblemSummary faults={faults} />
      <RankedPlaces
        region={season?.region ?? null}
        max={season?.values?.intendedCountiesMax ?? null}
        chosen={counties}
        onChange={setCounties}
      />
      <Card>
        <FieldGroup id="confirm-specials" label={t.specials}>
          <CheckboxChoices
            name="specials"
            options={offered.map((value) => ({ value, label: form[value] }))}
            value={specials}
            onChange={(chosen) => setSpecials(offered.filter((special) => chosen.includes(special)))}
          />
        </FieldGroup>
        <Checkbox label={t.reassignment} note={t.reassignmentText} checked={accepts} onChange={setAccepts} />
      </Card>
      <div className="dock">
        <Button tone="go" type="submit" busy={busy}>
          {t.confirmSend}
        </Button>
      </div>
    </form>
  );
}

function useSend(application: ApplicationView) {
  const t = useText(mineText);
  const say = useSayProblem();
  const key = useActionKey();
  const keep = useKeepMine();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const send = async (body: ConfirmApplicationRequest) => {
    if (busy) return;
    if (body.counties.length === 0) {
      setFaults([{ target: 'confirm-add', text: t.placeMissing }]);
      return;
    }
    setBusy(true);
    try {
      keep(await post<ApplicationView>(`${applicationPath(application.id)}/confirm`, body, key.for(body)));
      key.done();
      announce(t.confirmDone);
      void navigate('/mine');
    } catch (error) {
      const { errors } = problemOf(error);
      const target = errors.some(({ pointer }) => pointer.startsWith('/specials')) ? 'confirm-specials' : 'confirm-add';
      setFaults([{ target, text: say(error) }]);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, faults };
}
