import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { get } from '../api/client.js';
import { useGrowingList } from '../api/lists.js';
import { Name, useText } from '../language/language.js';
import type { Texts } from '../language/texts.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Tag } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { DecisionBar } from './DecisionBar.js';
import { type Define, useDefinition } from './definition.js';
import { officeText } from './office.text.js';
import type { ReviewDefinition } from './review-definition.js';
import { useShortcutSwitch, useShortcuts } from './useShortcuts.js';

const rowsAtATime = 50;

/** Makes the pane out of its definition; it wants a route with an optional `:id`. */
export function reviewPane<Table, Row, Content>(
  text: Texts<Table>,
  define: Define<Table, ReviewDefinition<Row, Content>>,
): ComponentType {
  return function ReviewPane() {
    return <Review {...useDefinition(text, define)} />;
  };
}

function Review<Row, Content>(review: ReviewDefinition<Row, Content>) {
  const t = useText(officeText);
  const { id } = useParams();
  const navigate = useNavigate();
  const list = useGrowingList<Row>(
    { list: review.source.list, filters: { ...review.source.filters, sort: review.sort } },
    rowsAtATime,
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const at = rows.findIndex((row) => review.idOf(row) === id);
  const go = (index: number) => {
    const row = rows[Math.min(index, rows.length - 1)];
    void navigate(row ? `${review.address}/${review.idOf(row)}` : review.address, { replace: true });
  };
  const total = list.data?.pages[0]?.total;
  const shortcuts = useShortcutSwitch();
  // Walking on works while the next record is still being read.
  useShortcuts(shortcuts.on, { j: () => go(at + 1), k: () => go(Math.max(0, at - 1)) });
  return (
    <div className={id ? 'review one' : 'review'}>
      <section className="review-list" aria-label={t.list}>
        <div className="review-head">
          {id ? <h2>{review.title}</h2> : <PageHeading title={review.title} />}
          {total !== undefined && <span className="quiet">{t.total(total)}</span>}
        </div>
        {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Skeleton lines={8} />}
        {total === 0 && <EmptyState title={t.queueEmpty}>{t.queueEmptyText}</EmptyState>}
        <ReviewRows review={review} rows={rows} current={id} />
        {list.hasNextPage && (
          <Button tone="link" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </section>
      {id ? (
        <ReviewRecord
          key={id}
          id={id}
          review={review}
          shortcuts={shortcuts}
          onDecided={() => go(at + 1 < rows.length ? at + 1 : at - 1)}
        />
      ) : (
        <div className="review-none">
          <EmptyState title={t.pickOne} />
        </div>
      )}
    </div>
  );
}

interface ReviewRowsProps<Row, Content> {
  readonly review: ReviewDefinition<Row, Content>;
  readonly rows: readonly Row[];
  readonly current: string | undefined;
}

function ReviewRows<Row, Content>({ review, rows, current }: ReviewRowsProps<Row, Content>) {
  return (
    <ul>
      {rows.map((row) => {
        const id = review.idOf(row);
        return (
          <li key={id}>
            <Link
              to={`${review.address}/${id}`}
              replace={current !== undefined}
              aria-current={id === current ? 'true' : undefined}
              ref={id === current ? (link) => link?.scrollIntoView({ block: 'nearest' }) : undefined}
            >
              <b>
                <Name>{review.nameOf(row)}</Name>
              </b>
              <span className="small">
                <Name>{review.aboutNames(row).join(' · ')}</Name>
                {review.about(row) && ` · ${review.about(row)}`}
              </span>
              <span className="row">
                {review.tags?.(row).map(({ label, tone }) => (
                  <Tag key={label} tone={tone}>
                    {label}
                  </Tag>
                ))}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

interface ReviewRecordProps<Row, Content> {
  readonly id: string;
  readonly review: ReviewDefinition<Row, Content>;
  readonly shortcuts: ReturnType<typeof useShortcutSwitch>;
  onDecided(): void;
}

function ReviewRecord<Row, Content>({ id, review, shortcuts, onDecided }: ReviewRecordProps<Row, Content>) {
  const t = useText(officeText);
  const path = review.path(id);
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Content>(path, signal),
  });
  return (
    <div className="review-record">
      <div className="review-scroll" role="region" aria-label={t.record} tabIndex={0}>
        <p className="review-back">
          <ButtonLink to={review.address} tone="link">
            {t.backToList}
          </ButtonLink>
        </p>
        {(error || data === undefined) && <PageHeading title={t.record} />}
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!error && data === undefined && <Skeleton lines={10} />}
        {!error && data !== undefined && (
          <>
            <PageHeading title={review.titleOf(data)} isName>
              <Tag tone={review.stateOf(data).tone}>{review.stateOf(data).label}</Tag>
            </PageHeading>
            {review.detail(data)}
          </>
        )}
      </div>
      {data !== undefined && review.waits(data) && (
        <DecisionBar review={review} record={data} shortcuts={shortcuts} onDecided={onDecided} />
      )}
    </div>
  );
}
