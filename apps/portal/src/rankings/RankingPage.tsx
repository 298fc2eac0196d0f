import { useQueryClient } from '@tanstack/react-query';
import type { OpenPostView, RankedPost, RankingView } from '@xibu/domain/placement/api';
import { useState } from 'react';
import { get, put } from '../api/client.js';
import { Name, useText } from '../language/language.js';
import { divisions } from '../office/usual.js';
import { useSeason } from '../session/season.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { Checkbox, TextInput } from '../ui/inputs.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { CodeName } from '../ui/ValueOf.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { rankingText } from './ranking.text.js';

type Choice = Pick<RankedPost, 'code' | 'title' | 'unitName' | 'county'>;

/** 岗位志愿: one's own order of posts, moved by buttons, until the freeze. */
export function RankingPage() {
  const t = useText(rankingText);
  const { season, isPending, error, again } = useSeason();
  if (isPending || error) return <WaitingPage title={t.title} error={error} retry={again} />;
  const path = `/api/placement/rankings/mine/${season?.season ?? '0000-0000'}`;
  return (
    <ReadPage<RankingView> title={t.title} path={path} absent={t.none}>
      {(ranking) => <Ranking key={ranking.version} ranking={ranking} path={path} />}
    </ReadPage>
  );
}

function Ranking({ ranking, path }: { readonly ranking: RankingView; readonly path: string }) {
  const t = useText(rankingText);
  const [posts, setPosts] = useState<readonly Choice[]>(ranking.posts);
  const [accepts, setAccepts] = useState(ranking.acceptsReassignment);
  const { save, busy, fault } = useSave(path, ranking.version);
  const changed =
    accepts !== ranking.acceptsReassignment ||
    posts.map(({ code }) => code).join() !== ranking.posts.map(({ code }) => code).join();
  return (
    <>
      <p className="quiet readable">{t.lead}</p>
      {!ranking.isOpen && <Banner tone="warn" title={t.closed} />}
      {ranking.isOpen && ranking.isPrefilled && <Banner title={t.prefilled} />}
      <Facts facts={[{ label: t.code2, value: ranking.code }]} />
      <Card title={t.most(ranking.postsMax)}>
        {posts.length === 0 && <p className="quiet">{t.empty}</p>}
        <RankedList posts={posts} change={ranking.isOpen ? setPosts : null} />
      </Card>
      {ranking.isOpen && (
        <>
          {posts.length < ranking.postsMax && <AddPost chosen={posts} onAdd={(post) => setPosts([...posts, post])} />}
          <Checkbox label={t.reassign} note={t.reassignNote} checked={accepts} onChange={setAccepts} />
          {fault && <Banner tone="bad" title={fault} />}
          {changed && <p role="status">{t.unsaved}</p>}
          <div className="dock">
            <Button tone="go" busy={busy} onClick={() => void save(posts, accepts)}>
              {t.save}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

interface RankedListProps {
  readonly posts: readonly Choice[];
  /** Null after the freeze. */
  readonly change: ((posts: readonly Choice[]) => void) | null;
}

function RankedList({ posts, change }: RankedListProps) {
  const t = useText(rankingText);
  const announce = useAnnounce();
  const move = (from: number, to: number) => {
    const next = [...posts];
    const [moved] = next.splice(from, 1);
    if (!moved || to < 0 || to > next.length) return;
    next.splice(to, 0, moved);
    change?.(next);
    announce(`${to + 1} ${moved.title}`);
  };
  return (
    <ol className="ranked">
      {posts.map((post, index) => (
        <li key={post.code}>
          <span className="place">{index + 1}</span>
          <span>
            <b>
              <Name>{post.title}</Name>
            </b>
            <br />
            <span className="small">
              <CodeName path={divisions} code={String(post.county)} /> · <Name>{post.unitName}</Name>
            </span>
          </span>
          {change && (
            <span className="moves">
              <Button aria-label={t.up(post.title)} onClick={() => move(index, index - 1)}>
                ↑
              </Button>
              <Button aria-label={t.down(post.title)} onClick={() => move(index, index + 1)}>
                ↓
              </Button>
              <Button
                aria-label={t.drop(post.title)}
                tone="no"
                onClick={() => change(posts.filter(({ code }) => code !== post.code))}
              >
                ×
              </Button>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

interface AddPostProps {
  readonly chosen: readonly Choice[];
  onAdd(post: Choice): void;
}

function AddPost({ chosen, onAdd }: AddPostProps) {
  const t = useText(rankingText);
  const say = useSayProblem();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const add = async () => {
    const wanted = code.trim();
    if (!/^\d{6}-\d{2}-\d{3,6}$/.test(wanted)) {
      setFault(t.codeFault);
      return;
    }
    try {
      const post = await get<OpenPostView>(`/api/placement/catalogue/posts/${encodeURIComponent(wanted)}`);
      if (!chosen.some((one) => one.code === post.code)) onAdd(post);
      setCode('');
      setFault(undefined);
    } catch (error) {
      setFault(say(error));
    }
  };
  return (
    <Card title={t.add}>
      <Field label={t.code} hint={t.codeHint} error={fault}>
        {(tied) => <TextInput tied={tied} value={code} onChange={setCode} />}
      </Field>
      <div className="row">
        <Button onClick={() => void add()}>{t.addDo}</Button>
        <ButtonLink to="/posts" tone="link">
          {t.toCatalogue}
        </ButtonLink>
      </div>
    </Card>
  );
}

function useSave(path: string, version: number) {
  const t = useText(rankingText);
  const say = useSayProblem();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const save = async (posts: readonly Choice[], acceptsReassignment: boolean) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await put(path, { posts: posts.map(({ code }) => code), acceptsReassignment }, version);
      announce(t.saved);
      await client.invalidateQueries();
    } catch (error) {
      setFault(say(error));
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, fault };
}
