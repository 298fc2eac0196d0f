import type { NoticeView } from '@xibu/domain/programme/api';
import { Link, useParams } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import { useSession } from '../session/session.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Card } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { noticesText } from './notices.text.js';

/** One notice with its text; whoever issues may see the receipts. */
export function NoticePage() {
  const t = useText(noticesText);
  const { language } = useLanguage();
  const { may } = useSession();
  const { id = '' } = useParams();
  return (
    <ReadPage<NoticeView> title={t.title} path={`/api/programme/notices/${encodeURIComponent(id)}`}>
      {(notice) => (
        <Card>
          <h2>
            <Name>{notice.title}</Name>
          </h2>
          <p className="small">
            <Name>{`${notice.number} · ${notice.issuedByName}`}</Name> · {sayInstant(notice.issuedAt, language)}
          </p>
          <p className="readable notice-text">
            <Name>{notice.text}</Name>
          </p>
          {may('notice.issue') && <Link to={`/office/notices/${notice.id}/receipts`}>{t.toReceipts}</Link>}
        </Card>
      )}
    </ReadPage>
  );
}
