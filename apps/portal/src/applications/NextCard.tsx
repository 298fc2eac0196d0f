import { useMutation } from '@tanstack/react-query';
import type { ApplicationStatus, ApplicationView } from '@xibu/domain/recruitment/api';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useActionKey } from '../api/action-key.js';
import { post } from '../api/client.js';
import { Name, useText } from '../language/language.js';
import type { SameWords } from '../language/texts.js';
import { useNow } from '../session/clock.js';
import { stateOf, useSeason, windowOf } from '../session/season.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Banner, Card, Deadline, Tag, type Tone } from '../ui/notices.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { ownStep } from './application-way.js';
import { applications, useKeepMine } from './applications.api.js';
import { mineText } from './mine.text.js';
import { statusText } from './status.text.js';

type Words = SameWords<(typeof mineText)['zh']>;

/** The one card: what is next, whose step it is, until when, and its one button. */
export function NextCard({ application }: { readonly application: ApplicationView | null }) {
  if (!application) return <StartCard />;
  return <StatusCard application={application} />;
}

/** Begins a draft; refused in words where signing up is not open. */
function StartCard() {
  const t = useText(mineText);
  const say = useSayProblem();
  const now = useNow();
  const { season } = useSeason();
  const key = useActionKey();
  const keep = useKeepMine();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => {
      const body = { season: season?.season ?? '' };
      return post<ApplicationView>(applications, body, key.for(body));
    },
    onSuccess: (application) => {
      key.done();
      keep(application);
      void navigate('/mine/sign-up/person');
    },
  });
  const registration = windowOf(season, 'registration');
  const open = season && (!registration || !now || stateOf(registration, now) === 'now');
  return (
    <CardOf tone="act" tag={t.yours} title={open ? t.startTitle : t.startClosed}>
      {open && <p>{t.startText}</p>}
      {registration && (
        <p>
          {t.deadline} <Deadline closesAt={registration.closesAt} now={now} />
        </p>
      )}
      {start.error && <Banner tone="bad" title={say(start.error)} />}
      {open && (
        <Button tone="go" busy={start.isPending} onClick={() => start.mutate()}>
          {t.start}
        </Button>
      )}
    </CardOf>
  );
}

function StatusCard({ application }: { readonly application: ApplicationView }) {
  const t = useText(mineText);
  const statuses = useText(statusText);
  const now = useNow();
  const { season } = useSeason();
  const { status } = application;
  const own = ownStep(status);
  const window = own && windowOf(season, own.milestone);
  const { title, text, button } = wordsOf(status, t, statuses[status]);
  const confirmation = windowOf(season, 'confirmation');
  const mayChange = status === 'confirmed' && (!confirmation || !now || stateOf(confirmation, now) === 'now');
  return (
    <CardOf tone={own ? 'act' : 'plain'} tag={own ? t.yours : ended.has(status) ? t.over : t.theirs} title={title}>
      <p>{text}</p>
      {status === 'returned' && (
        <Banner tone="warn" title={<Name>{application.reviews.at(-1)?.by}</Name>}>
          <Name>{application.reviews.at(-1)?.opinion}</Name>
        </Banner>
      )}
      {window && (
        <p>
          {t.deadline} <Deadline closesAt={window.closesAt} now={now} />
        </p>
      )}
      {own && (
        <ButtonLink to={own.to} tone="go">
          {button}
        </ButtonLink>
      )}
      {mayChange && <ButtonLink to="/mine/confirm">{t.confirmedDo}</ButtonLink>}
    </CardOf>
  );
}

const ended: ReadonlySet<ApplicationStatus> = new Set([
  ...(['rejected', 'not-qualified', 'health-failed', 'lost', 'withdrawn', 'expired'] as const),
]);

function wordsOf(status: ApplicationStatus, t: Words, said: string): { title: string; text: string; button?: string } {
  switch (status) {
    case 'draft':
      return { title: t.draftTitle, text: t.draftText, button: t.draftDo };
    case 'returned':
      return { title: t.returnedTitle, text: t.returnedText, button: t.returnedDo };
    case 'submitted':
      return { title: t.submittedTitle, text: t.submittedText };
    case 'faculty-passed':
      return { title: t.facultyPassedTitle, text: t.facultyPassedText };
    case 'university-passed':
      return { title: t.confirmTitle, text: t.confirmText, button: t.confirmDo };
    case 'confirmed':
      return { title: t.confirmedTitle, text: t.confirmedText };
    case 'admitted':
      return { title: t.admittedTitle, text: t.admittedText };
    default:
      return ended.has(status)
        ? { title: t.endedTitle(said), text: t.endedText }
        : { title: t.underWayTitle(said), text: t.underWayText };
  }
}

interface CardOfProps {
  readonly tone: Tone;
  readonly tag: string;
  readonly title: string;
  readonly children: ReactNode;
}

function CardOf({ tone, tag, title, children }: CardOfProps) {
  return (
    <Card>
      <p>
        <Tag tone={tone}>{tag}</Tag>
      </p>
      <h2 className="next-title">{title}</h2>
      {children}
    </Card>
  );
}
