import type { PublicNoticeLine, PublicNoticeView } from '@xibu/domain/recruitment/api';
import { Link, useParams } from 'react-router';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { FormCard } from '../ui/FormCard.js';
import { sayDay } from '../ui/legal-dates.js';
import { Banner, Card, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
import { publicText } from './public.text.js';

const notices = '/api/recruitment/public-notices';

function usePeriod() {
  const { language } = useLanguage();
  return ({ opensOn, closesOn }: PublicNoticeView) =>
    [opensOn, closesOn].map((day) => sayDay(day, language)).join(' – ');
}

/** 录取公示: every notice of every university, for everybody. */
export function PublicNoticesPage() {
  const t = useText(publicText);
  const period = usePeriod();
  return (
    <ReadPage<Page<PublicNoticeView>>
      title={t.title}
      path={`${notices}?limit=200`}
      absent={t.none}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.intro}</p>
          {rows.map((notice) => (
            <Card key={notice.id}>
              <h2>
                <Name>{notice.universityName}</Name>
              </h2>
              <p className="row">
                <Tag tone={notice.status === 'open' ? 'act' : 'plain'}>{t[notice.status]}</Tag>
                <span>{t.people(notice.people)}</span>
                <span className="small">{period(notice)}</span>
              </p>
              <p>
                <Link to={`/public-notices/${notice.id}`}>
                  {t.see}
                  <span className="unseen" lang="zh-CN">
                    {' '}
                    {notice.universityName}
                  </span>
                </Link>
              </p>
            </Card>
          ))}
        </>
      )}
    </ReadPage>
  );
}

type NoticeWithLines = PublicNoticeView & { readonly lines: Page<PublicNoticeLine> };

/** One masked list, and the form to object. */
export function PublicNoticePage() {
  const t = useText(publicText);
  const { id = '' } = useParams();
  const period = usePeriod();
  return (
    <ReadPage<NoticeWithLines> title={t.listTitle} path={`${notices}/${encodeURIComponent(id)}?limit=200`}>
      {(notice) => (
        <>
          <Card>
            <Facts
              facts={[
                { label: t.title, value: <Name>{notice.universityName}</Name> },
                { label: t.from, value: period(notice) },
              ]}
            />
          </Card>
          <Card flush>
            <Table
              caption={t.listTitle}
              rows={notice.lines.rows}
              idOf={({ line }) => String(line)}
              columns={[
                { key: 'line', label: t.line, cell: ({ line }) => line },
                { key: 'name', label: t.name, cell: ({ name }) => <Name>{name}</Name> },
                { key: 'faculty', label: t.faculty, cell: ({ faculty }) => <Name>{faculty}</Name> },
                { key: 'major', label: t.major, cell: ({ major }) => <Name>{major}</Name> },
                { key: 'county', label: t.county, cell: ({ county }) => <Name>{county}</Name> },
                { key: 'post', label: t.post, cell: ({ post }) => <Name>{post}</Name> },
              ]}
            />
          </Card>
          {notice.status === 'open' ? <ObjectionForm id={notice.id} /> : <Banner title={t.over} />}
        </>
      )}
    </ReadPage>
  );
}

function ObjectionForm({ id }: { readonly id: string }) {
  const t = useText(publicText);
  return (
    <FormCard
      title={t.objectTitle}
      intro={<p className="quiet">{t.objectIntro}</p>}
      fields={[
        { key: 'line', label: t.line, kind: 'count', min: 1 },
        { key: 'contact', label: t.contact, kind: 'text', maxLength: 100 },
        { key: 'reason', label: t.reason, kind: 'long', maxLength: 2000 },
      ]}
      path={`${notices}/${encodeURIComponent(id)}/objections`}
      body={(values) => values}
      label={t.send}
      done={t.sent}
    />
  );
}
