import type { NoticeView, RulebookView } from '@xibu/domain/programme/api';
import { Link, useParams } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import { useSession } from '../session/session.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Card } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
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

/** One version of the rules: every number with the clause it stands in. */
export function RulebookPage() {
  const t = useText(noticesText);
  const { id = '' } = useParams();
  return (
    <ReadPage<RulebookView> title={t.rulebooks} path={`/api/programme/rulebooks/${encodeURIComponent(id)}`}>
      {({ bookVersion, values, clauses }) => (
        <Card title={bookVersion} flush>
          <Table
            caption={t.rulebooks}
            rows={Object.entries(values)}
            idOf={([rule]) => rule}
            columns={[
              { key: 'rule', label: t.rule, cell: ([rule]) => <code>{rule}</code> },
              {
                ...{ key: 'value', label: t.value },
                cell: ([, value]) => <code className="digest">{JSON.stringify(value)}</code>,
              },
              {
                ...{ key: 'clause', label: t.clause },
                cell: ([rule]) => <Name>{clauses[rule as keyof typeof clauses]}</Name>,
              },
            ]}
          />
        </Card>
      )}
    </ReadPage>
  );
}
