import type { ReadingView } from '@xibu/domain/recruitment/api';
import { useState } from 'react';
import { applications, useMine } from '../applications/applications.api.js';
import { Name, useText } from '../language/language.js';
import { useActor } from '../session/session.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Moment } from '../ui/Day.js';
import { Banner, Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ReadPart } from '../ui/ReadPart.js';
import { Skeleton } from '../ui/states.js';
import { collectOwnData, type DataPart, dataParts } from './collect-own-data.js';
import { ownDataText } from './own-data.text.js';

/** 我的数据: who looked, take it away, have it corrected. */
export function MyDataPage() {
  const t = useText(ownDataText);
  const { data: application, isPending } = useMine();
  return (
    <div className="page">
      <PageHeading title={t.title} />
      <p className="quiet readable">{t.intro}</p>
      {application ? (
        <Reads id={application.id} />
      ) : (
        <Card title={t.reads}>{isPending ? <Skeleton lines={3} /> : <p className="quiet">{t.noApplication}</p>}</Card>
      )}
      <Download />
      <Card title={t.correct}>
        <p className="quiet readable">{t.correctText}</p>
        <div className="row">
          <ButtonLink to="/mine/account">{t.toAccount}</ButtonLink>
          <ButtonLink to="/mine/registration">{t.toRegistration}</ButtonLink>
        </div>
      </Card>
    </div>
  );
}

function Reads({ id }: { readonly id: string }) {
  const t = useText(ownDataText);
  return (
    <ReadPart<readonly ReadingView[]>
      title={t.reads}
      path={`${applications}/${id}/reads`}
      absent={t.readsNone}
      isEmpty={(reads) => reads.length === 0}
    >
      {(reads) => (
        <>
          <ul className="stack">
            {reads.map(({ at, field, by, office, reason }) => (
              <li key={`${at} ${field} ${by}`}>
                <b>{t.fields[field]}</b> · <Moment of={at} />
                <p className="small">
                  <Name>{[office, by].filter(Boolean).join(' · ')}</Name>
                </p>
                <p className="small">
                  {t.because}
                  <Name>{reason}</Name>
                </p>
              </li>
            ))}
          </ul>
          <p className="quiet readable">{t.readsHint}</p>
        </>
      )}
    </ReadPart>
  );
}

function Download() {
  const t = useText(ownDataText);
  const { name } = useActor();
  const announce = useAnnounce();
  const [done, setDone] = useState<number | null>(null);
  const [missed, setMissed] = useState<readonly DataPart[]>([]);
  const go = async () => {
    setMissed([]);
    const data = await collectOwnData(setDone);
    setDone(null);
    setMissed(data.missed);
    saveAs(`${name}-xibu.json`, JSON.stringify(data.parts, null, 2));
    announce(t.downloaded(dataParts.length - data.missed.length));
  };
  return (
    <Card title={t.download}>
      <p className="quiet readable">{t.downloadText}</p>
      <div>
        <Button tone="go" busy={done !== null} onClick={() => void go()}>
          {done === null ? t.downloadDo : t.progress(done, dataParts.length)}
        </Button>
      </div>
      {missed.length > 0 && (
        <Banner tone="warn" title={t.missed}>
          <p>{missed.map((part) => t.parts[part]).join(' · ')}</p>
        </Banner>
      )}
    </Card>
  );
}

function saveAs(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
