import type { DirectoryRow, PublicNoticeRow, PublicNoticeView } from '@xibu/domain/programme/api';
import { Link, useParams } from 'react-router';
import { type Page, useGrowingList } from '../api/lists.js';
import { Name, useText } from '../language/language.js';
import { FilterBar } from '../office/ListTools.js';
import { useListAddress } from '../office/useListAddress.js';
import { usualText } from '../office/usual.text.js';
import { Button } from '../ui/Button.js';
import { NoticeCard, NoticeOrigin } from '../ui/NoticeCard.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ReadPage } from '../ui/ReadPage.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { Table } from '../ui/Table.js';
import { publicText } from './public.text.js';

const rowsAtATime = 50;

/** 项目办联系方式: the directory of offices, for everybody. */
export function ContactsPage() {
  const t = useText(publicText);
  const usual = useText(usualText);
  const address = useListAddress();
  const list = useGrowingList<DirectoryRow>(
    { list: '/api/programme/directory', filters: address.filters },
    rowsAtATime,
  );
  const rows = (list.data?.pages ?? []).flatMap((page) => page.rows);
  return (
    <div className="page">
      <PageHeading title={t.contacts} />
      <p className="quiet readable">{t.contactsIntro}</p>
      <FilterBar search={t.findHint} address={address} />
      {list.error ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton lines={8} />
      ) : rows.length === 0 ? (
        <EmptyState title={t.contactsNone} />
      ) : (
        <Card flush>
          <Table
            caption={t.contacts}
            rows={rows}
            idOf={({ id }) => id}
            columns={[
              { key: 'name', label: t.office, cell: ({ name }) => <Name>{name}</Name> },
              { key: 'tier', label: t.tier, cell: ({ tier }) => usual.tiers[tier] },
              {
                ...{ key: 'phone', label: t.phone },
                cell: ({ dutyPhone }) => (dutyPhone ? <a href={`tel:${dutyPhone}`}>{dutyPhone}</a> : t.noPhone),
              },
            ]}
          />
        </Card>
      )}
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>{t.more}</Button>}
    </div>
  );
}

/** 通知文件 that everybody may read. */
export function OfficialNoticesPage() {
  const t = useText(publicText);
  return (
    <ReadPage<Page<PublicNoticeRow>>
      title={t.official}
      path="/api/programme/public-notices?limit=100"
      absent={t.officialNone}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows }) => (
        <ul className="stack">
          {rows.map((notice) => (
            <li key={notice.id} className="card">
              <p>
                <Link to={`/official-notices/${notice.id}`}>
                  <Name>{notice.title}</Name>
                </Link>
              </p>
              <NoticeOrigin of={notice} />
            </li>
          ))}
        </ul>
      )}
    </ReadPage>
  );
}

/** One official notice with its text. */
export function OfficialNoticePage() {
  const t = useText(publicText);
  const { id = '' } = useParams();
  return (
    <ReadPage<PublicNoticeView> title={t.official} path={`/api/programme/public-notices/${encodeURIComponent(id)}`}>
      {(notice) => <NoticeCard notice={notice} />}
    </ReadPage>
  );
}
