import type { NoticeView } from '@xibu/domain/programme/api';
import { Link, useParams } from 'react-router';
import { useText } from '../language/language.js';
import { useActor, useSession } from '../session/session.js';
import { NoticeCard } from '../ui/NoticeCard.js';
import { ReadPage } from '../ui/ReadPage.js';
import { noticesText } from './notices.text.js';

/** One notice with its text; the office that issued it is led to the receipts. */
export function NoticePage() {
  const t = useText(noticesText);
  const { may } = useSession();
  const actor = useActor();
  const { id = '' } = useParams();
  return (
    <ReadPage<NoticeView> title={t.title} path={`/api/programme/notices/${encodeURIComponent(id)}`}>
      {(notice) => (
        <NoticeCard notice={notice}>
          {may('notice.issue') && notice.officeId === actor.office && (
            <Link to={`/office/notices/${notice.id}/receipts`}>{t.toReceipts}</Link>
          )}
        </NoticeCard>
      )}
    </ReadPage>
  );
}
