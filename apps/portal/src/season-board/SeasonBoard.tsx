import { dateOf } from '@xibu/domain/dates';
import { Link } from 'react-router';
import { statusText } from '../applications/status.text.js';
import { useLanguage, useText } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { divisions } from '../office/usual.js';
import { postsText } from '../posts/posts.text.js';
import { reportsText } from '../reports/reports.text.js';
import { useNow } from '../session/clock.js';
import { milestoneText } from '../session/milestones.text.js';
import { type MilestoneWindow, stateOf, useSeason } from '../session/season.js';
import { useActor, useSession } from '../session/session.js';
import { sayDate, sayDeadline } from '../ui/legal-dates.js';
import { Card, Tag } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { Table } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { volunteersText } from '../volunteers/volunteers.text.js';
import {
  type CountedList,
  countedLists,
  grouped,
  type PlaceCounts,
  sumOf,
  undoneAt,
  usePlaces,
  useStatusCounts,
} from './board.js';
import { boardText } from './board.text.js';

/** 年度进度: what is late, and how many stand where; national, region and league-city see places below them. */
export function SeasonBoard() {
  const t = useText(boardText);
  const { may } = useSession();
  const { season } = useSeason();
  const seen = countedLists.filter(({ needs }) => may(needs));
  return (
    <div className="page">
      <PageHeading title={t.title}>
        <span className="quiet">{t.lead}</span>
      </PageHeading>
      <Milestones />
      {season && seen.map((list) => <StatusNumbers key={list.key} list={list} season={season.season} />)}
      {season && may('volunteer.read') && <Places season={season.season} />}
    </div>
  );
}

function Milestones() {
  const t = useText(boardText);
  const names = useText(milestoneText);
  const { language } = useLanguage();
  const { season } = useSeason();
  const windows = [...(season?.milestones ?? [])].sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));
  if (!season || windows.length === 0) {
    return (
      <Card title={t.milestones}>
        <EmptyState title={t.none} />
      </Card>
    );
  }
  return (
    <Card flush>
      <h2 className="card-head">{t.milestones}</h2>
      <Table
        caption={t.milestones}
        rows={windows}
        idOf={({ milestone }) => milestone}
        columns={[
          { key: 'step', label: t.step, cell: ({ milestone }) => names[milestone] },
          {
            ...{ key: 'window', label: t.window },
            cell: ({ opensAt, closesAt }) =>
              `${sayDate(dateOf(new Date(opensAt)), language)} – ${sayDeadline(closesAt, language)}`,
          },
          {
            key: 'undone',
            label: t.undone,
            figure: true,
            cell: (window) => <Undone window={window} season={season.season} />,
          },
          { key: 'state', label: t.state, cell: (window) => <StateOf window={window} /> },
        ]}
      />
    </Card>
  );
}

function StateOf({ window }: { readonly window: MilestoneWindow }) {
  const t = useText(boardText);
  const now = useNow();
  if (!now) return null;
  const state = stateOf(window, now);
  return <Tag tone={state === 'now' ? 'act' : 'plain'}>{t[state]}</Tag>;
}

interface UndoneProps {
  readonly window: MilestoneWindow;
  readonly season: string;
}

/** How many still stand at a step; red once its window is over. */
function Undone({ window, season }: UndoneProps) {
  const { may } = useSession();
  const undone = undoneAt[window.milestone];
  const list = countedLists.find(({ key }) => key === undone?.of);
  if (!undone || !list || !may(list.needs)) return <>–</>;
  return <UndoneCount list={list} statuses={undone.statuses} window={window} season={season} />;
}

interface UndoneCountProps extends UndoneProps {
  readonly list: CountedList;
  readonly statuses: readonly string[];
}

function UndoneCount({ list, statuses, window, season }: UndoneCountProps) {
  const t = useText(boardText);
  const now = useNow();
  const counts = useStatusCounts(list, season);
  const count = statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  if (count === 0) return <>0</>;
  const isLate = now !== null && stateOf(window, now) === 'past';
  return (
    <Link to={`${list.page}?status=${statuses.join(',')}`}>
      {isLate ? <Tag tone="bad">{t.late(count)}</Tag> : count}
    </Link>
  );
}

function statusWords(key: CountedList['key'], language: Language): Readonly<Record<string, string>> {
  const words = {
    applications: statusText[language],
    posts: postsText[language].statuses,
    volunteers: volunteersText[language].statuses,
    reports: reportsText[language].statuses,
  };
  return words[key] as Readonly<Record<string, string>>;
}

function StatusNumbers({ list, season }: { readonly list: CountedList; readonly season: string }) {
  const t = useText(boardText);
  const { language } = useLanguage();
  const counts = useStatusCounts(list, season);
  const words = statusWords(list.key, language);
  const known = Object.keys(words).filter((status) => (counts[status] ?? 0) > 0);
  if (known.length === 0) return null;
  return (
    <section aria-label={t[list.key]}>
      <h2>{t[list.key]}</h2>
      <ul className="numbers">
        {known.map((status) => (
          <li key={status}>
            <Link to={`${list.page}?status=${status}`}>
              <span>{words[status]}</span>
              <b>{counts[status]}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Places({ season }: { readonly season: string }) {
  const t = useText(boardText);
  const { divisions: range } = useActor();
  const { data, error, refetch } = usePlaces({ season });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.length === 0) return <EmptyState title={t.noPlaces} />;
  const groups = [...grouped(data, range ? range.to - range.from + 1 : 1)];
  return (
    <section>
      <h2>{t.places}</h2>
      {groups.length === data.length ? (
        <Card flush>
          <PlaceTable places={data} />
        </Card>
      ) : (
        groups.map(([code, places]) => (
          <details key={code} className="card board-place">
            <summary>
              <b>
                <CodeName path={divisions} code={code} />
              </b>{' '}
              {`${t.total} ${sumOf(places, 'total')} · ${t.waiting} ${sumOf(places, 'waiting')} · ${t.onPost} ${sumOf(places, 'onPost')} · ${t.left} ${sumOf(places, 'left')}`}
            </summary>
            <PlaceTable places={places} />
          </details>
        ))
      )}
    </section>
  );
}

const figures = ['total', 'waiting', 'onPost', 'away', 'left'] as const;
const filterOf = {
  total: '',
  waiting: '&status=admitted,checked-in,trained,dispatched,agreement-signed',
  onPost: '&status=on-post',
  away: '&status=on-leave,overdue',
  left: '&status=left,lost',
} as const;

function PlaceTable({ places }: { readonly places: readonly PlaceCounts[] }) {
  const t = useText(boardText);
  return (
    <Table
      caption={t.places}
      rows={places}
      idOf={({ key }) => key}
      columns={[
        { key: 'place', label: t.place, cell: ({ key }) => <CodeName path={divisions} code={key} /> },
        ...figures.map((figure) => ({
          ...{ key: figure, label: t[figure], figure: true },
          cell: (place: PlaceCounts) =>
            place[figure] === 0 ? (
              0
            ) : (
              <Link to={`/office/volunteers?county=${place.key}${filterOf[figure]}`}>{place[figure]}</Link>
            ),
        })),
      ]}
    />
  );
}
