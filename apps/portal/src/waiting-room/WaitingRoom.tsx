import type { WaitingView } from '@xibu/domain/gateway/api';
import { useLanguage, useText } from '../language/language.js';
import type { SameWords } from '../language/texts.js';
import { sayTime } from '../ui/legal-dates.js';
import { Card, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { waitingRoomText } from './waiting-room.text.js';

/** The whole page of somebody who has not come in yet. */
export function WaitingRoomPage({ waiting }: { readonly waiting: WaitingView }) {
  const t = useText(waitingRoomText);
  return (
    <div className="page">
      <PageHeading title={t.title} />
      <Card>
        <Standing waiting={waiting} />
      </Card>
    </div>
  );
}

/** Where one stands, how long it takes, and that nothing is lost meanwhile. */
export function Standing({ waiting: { ahead, expectedSeconds, cameAt } }: { readonly waiting: WaitingView }) {
  const t = useText(waitingRoomText);
  const { language } = useLanguage();
  const count = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en').format(ahead);
  const facts = [
    { label: t.ahead, value: <b className="figure">{ahead === 0 ? t.next : t.people(count)}</b> },
    { label: t.expected, value: <b>{sayWait(expectedSeconds, t)}</b> },
    ...(cameAt ? [{ label: t.cameAt, value: sayTime(cameAt) }] : []),
  ];
  return (
    <>
      <div role="status">
        <Facts facts={facts} />
      </div>
      <p>{t.byItself}</p>
      <p className="quiet">{t.keepsPlace}</p>
      <p className="quiet">{t.keepsDraft}</p>
    </>
  );
}

function sayWait(seconds: number, t: SameWords<(typeof waitingRoomText)['zh']>): string {
  if (seconds < 60) return t.underMinute;
  return seconds < 3600 ? t.minutes(Math.ceil(seconds / 60)) : t.hours(Math.floor(seconds / 3600));
}
