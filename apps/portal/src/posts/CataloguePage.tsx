import type { OpenPostView } from '@xibu/domain/placement/api';
import { specials } from '@xibu/domain/programme-terms';
import { useGrowingList } from '../api/lists.js';
import { Name, useText } from '../language/language.js';
import { FilterBar } from '../office/ListTools.js';
import { useListAddress } from '../office/useListAddress.js';
import { usualText } from '../office/usual.text.js';
import { useSeason } from '../session/season.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Card, Explanation, Facts, Tag } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { postsText } from './posts.text.js';

const postsAtATime = 20;

/** 岗位目录: what is open, for everybody, without signing in. */
export function CataloguePage() {
  const t = useText(postsText);
  const usual = useText(usualText);
  const { season } = useSeason();
  const address = useListAddress();
  const filters = { season: season?.season, ...address.filters };
  const list = useGrowingList<OpenPostView>({ list: '/api/placement/catalogue/posts', filters }, postsAtATime);
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  return (
    <div className="page">
      <PageHeading title={t.catalogue} />
      <p className="quiet readable">{t.catalogueIntro}</p>
      <FilterBar
        search={t.search}
        filters={[
          {
            ...{ key: 'special', label: usual.special },
            options: specials.map((value) => ({ value, label: usual.specials[value] })),
          },
        ]}
        address={address}
        facets={pages[0]?.facets}
      />
      {list.error ? (
        <ErrorState error={list.error} retry={() => void list.refetch()} />
      ) : !list.data ? (
        <Skeleton lines={8} />
      ) : rows.length === 0 ? (
        <EmptyState title={t.catalogueNone} />
      ) : (
        <>
          {rows.map((post) => (
            <PostCard key={post.id} post={post} />
          ))}
          <p className="small">{t.shown(rows.length, pages[0]?.total ?? 0)}</p>
          <div className="row">
            {list.hasNextPage && (
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t.more}
              </Button>
            )}
            <ButtonLink to="/mine" tone="go">
              {t.apply}
            </ButtonLink>
          </div>
        </>
      )}
    </div>
  );
}

function PostCard({ post }: { readonly post: OpenPostView }) {
  const t = useText(postsText);
  const usual = useText(usualText);
  return (
    <Card>
      <h2>
        <Name>{post.title}</Name>
      </h2>
      <p className="row">
        <Tag>{usual.specials[post.special]}</Tag>
        <Tag tone={post.seatsLeft > 0 ? 'ok' : 'warn'}>{`${t.left} ${post.seatsLeft} / ${post.seats}`}</Tag>
      </p>
      <Facts
        facts={[
          { label: t.where, value: <Name>{`${post.countyName} · ${post.unitName}`}</Name> },
          { label: usual.level, value: usual.levels[post.level] },
          { label: t.code, value: post.code },
          { label: t.board, value: post.providesBoardAndLodging ? t.boardYes : t.boardCash },
        ]}
      />
      <Explanation question={t.duties}>
        <p>
          <Name>{post.duties}</Name>
        </p>
      </Explanation>
    </Card>
  );
}
