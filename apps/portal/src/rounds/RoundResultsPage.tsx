import type { PublicRoundView } from '@xibu/domain/placement/api';
import { addressOf } from '../api/client.js';
import { useLanguage, useText } from '../language/language.js';
import { useSeason } from '../session/season.js';
import { Card, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { roundsText } from './rounds.text.js';

const rounds = '/api/placement/rounds';

/** 录取结果公开: every file of every round, and the program that checks them, for everybody. */
export function RoundResultsPage() {
  const t = useText(roundsText);
  const { season, isPending, error, again } = useSeason();
  if (isPending || error) return <WaitingPage title={t.resultPages} error={error} retry={again} />;
  return (
    <ReadPage<readonly PublicRoundView[]>
      title={t.resultPages}
      path={addressOf(`${rounds}/public`, { season: season?.season })}
      absent={t.resultNone}
      isEmpty={(list) => list.length === 0}
    >
      {(list) => (
        <>
          <p className="quiet readable">{t.resultIntro}</p>
          <p>
            <a className="button" href={`${rounds}/checker`} download>
              {t.checker}
            </a>
          </p>
          {list.map((round) => (
            <PublishedRound key={round.id} round={round} />
          ))}
        </>
      )}
    </ReadPage>
  );
}

function PublishedRound({ round }: { readonly round: PublicRoundView }) {
  const t = useText(roundsText);
  const { language } = useLanguage();
  const { counts } = round;
  const words = roundsText[language];
  return (
    <Card title={`${round.name} · ${t.kinds[round.kind]}`}>
      <p>
        <Tag tone={round.status === 'published' ? 'ok' : 'plain'}>{words.statuses[round.status]}</Tag>
      </p>
      <Facts
        facts={[
          ...(counts
            ? [
                { label: t.applicants, value: counts.applicants },
                { label: t.seats, value: counts.seats },
                { label: t.unplaced, value: counts.unplaced ?? '–' },
              ]
            : []),
          { label: t.commitment, value: <code className="digest">{round.seedCommitment ?? '–'}</code> },
          { label: t.seed, value: <code className="digest">{round.seed ?? '–'}</code> },
          { label: t.result, value: <code className="digest">{round.resultDigest ?? '–'}</code> },
        ]}
      />
      {round.files.length > 0 && (
        <>
          <h3>{t.files}</h3>
          <ul className="row">
            {round.files.map((name) => (
              <li key={name}>
                <a href={`${rounds}/${round.id}/files/${encodeURIComponent(name)}`} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
