import type { DepartureView, ExtensionView, OwnVolunteerView, PostChangeView } from '@xibu/domain/placement/api';
import type { ReactNode } from 'react';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { useNow } from '../session/clock.js';
import { stateOf, useSeason, windowOf } from '../session/season.js';
import { Day, DaysFromTo } from '../ui/Day.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Banner, Deadline, Tag, type Tone } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { ReadPart } from '../ui/ReadPart.js';
import { StepButton } from '../ui/StepButton.js';
import { ChangePost } from './ChangePost.js';
import { changesText } from './changes.text.js';

const placement = '/api/placement';
const tones: Readonly<Record<string, Tone>> = { approved: 'ok', done: 'plain', refused: 'bad' };

/** 换岗、离岗、延期 of a volunteer: what one may ask for, who decides it, and where it stands. */
export function MyChangesPage() {
  const t = useText(changesText);
  return (
    <ReadPage<OwnVolunteerView> title={t.title} path={`${placement}/volunteers/mine`} absent={t.notServing}>
      {({ volunteer }) => (
        <>
          <p className="quiet readable">{t.intro}</p>
          <Changes county={volunteer.county} />
          <Extensions />
          <Departures />
        </>
      )}
    </ReadPage>
  );
}

interface AskedProps {
  readonly tone: Tone;
  readonly status: string;
  readonly what: ReactNode;
  readonly reason: string;
  readonly answer: string | null;
}

/** One request: what was asked, where it stands, what was answered. */
function Asked({ tone, status, what, reason, answer }: AskedProps) {
  const t = useText(changesText);
  return (
    <section className="stack">
      <p className="row">
        <Tag tone={tone}>{status}</Tag> <span>{what}</span>
      </p>
      <p className="small">
        {t.reason} <Name>{reason}</Name>
      </p>
      {answer && (
        <p className="small">
          {t.decision} <Name>{answer}</Name>
        </p>
      )}
    </section>
  );
}

function Changes({ county }: { readonly county: number }) {
  const t = useText(changesText);
  return (
    <ReadPart<Page<PostChangeView>> title={t.change} path={`${placement}/post-changes?limit=50`} absent={t.none}>
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.changeText}</p>
          {rows.map((row) => (
            <Asked
              key={row.id}
              tone={tones[row.status] ?? 'act'}
              status={t.changeStatuses[row.status]}
              what={row.on ? <Day of={row.on} /> : t.tiers[row.tier]}
              reason={row.reason}
              answer={row.decisionReason}
            />
          ))}
          {rows.some(({ status }) => status === 'requested') ? (
            <p className="quiet">{t.changePending}</p>
          ) : (
            <ChangePost county={county} />
          )}
        </>
      )}
    </ReadPart>
  );
}

function Departures() {
  const t = useText(changesText);
  return (
    <ReadPart<Page<DepartureView>> title={t.departure} path={`${placement}/departures?limit=50`} absent={t.none}>
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.departureText}</p>
          {rows.map((row) => (
            <Asked
              key={row.id}
              tone={tones[row.status] ?? 'act'}
              status={t.departureStatuses[row.status]}
              what={
                <>
                  {t.departureKinds[row.kind]} · {t.lastDay} <Day of={row.lastDay} />
                </>
              }
              reason={row.reason}
              answer={row.decisionReason}
            />
          ))}
          {rows.some(({ status }) => status !== 'refused') ? (
            <p className="quiet">{t.departurePending}</p>
          ) : (
            <div>
              <StepButton
                subject={null}
                step={{
                  ...{ key: 'leave', tone: 'no', label: t.departureSend, question: t.departureQuestion },
                  ...{ doLabel: t.departureDo, done: t.sent, path: () => `${placement}/departures` },
                  fields: [
                    { key: 'lastDay', label: t.lastDay, hint: t.lastDayHint, kind: 'date' },
                    { key: 'reason', label: t.reason, kind: 'long', maxLength: 500 },
                    { key: 'understood', label: t.departureCheck, kind: 'check', mustBeTrue: t.departureMissing },
                  ],
                  body: ({ lastDay, reason }) => ({ lastDay, reason }),
                }}
              />
            </div>
          )}
        </>
      )}
    </ReadPart>
  );
}

function Extensions() {
  const t = useText(changesText);
  const { season } = useSeason();
  return (
    <ReadPart<Page<ExtensionView>> title={t.extension} path={`${placement}/extensions?limit=50`} absent={t.none}>
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.extensionText(String(season?.values?.serviceTermYearsMax ?? '–'))}</p>
          {rows.map((row) => (
            <Asked
              key={row.id}
              tone={tones[row.status] ?? 'act'}
              status={t.extensionStatuses[row.status]}
              what={<DaysFromTo from={row.from} last={row.to} open="" />}
              reason={row.reason}
              answer={row.decisionReason}
            />
          ))}
          {rows.some(({ status }) => status !== 'refused') ? (
            <p className="quiet">{t.extensionPending}</p>
          ) : (
            <AskExtension />
          )}
        </>
      )}
    </ReadPart>
  );
}

/** Only within its window; outside, when that is. */
function AskExtension() {
  const t = useText(changesText);
  const { language } = useLanguage();
  const now = useNow();
  const { season } = useSeason();
  const window = windowOf(season, 'extension');
  if (!window || !now) return <Banner title={t.extensionClosed} />;
  const state = stateOf(window, now);
  if (state !== 'now') {
    return (
      <Banner title={t.extensionClosed}>
        {state === 'to-come' && <p>{t.extensionFrom(sayInstant(window.opensAt, language))}</p>}
      </Banner>
    );
  }
  return (
    <>
      <p>
        {t.extensionOpen} · {t.extensionUntil} <Deadline closesAt={window.closesAt} now={now} />
      </p>
      <div>
        <StepButton
          subject={null}
          step={{
            ...{ key: 'extend', label: t.extensionSend, question: t.extensionSend, done: t.sent },
            fields: [{ key: 'reason', label: t.reason, kind: 'long', maxLength: 500 }],
            ...{ path: () => `${placement}/extensions`, body: (values) => values },
          }}
        />
      </div>
    </>
  );
}
