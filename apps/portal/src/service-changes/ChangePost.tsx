import { useQuery } from '@tanstack/react-query';
import type { OpenPostView } from '@xibu/domain/placement/api';
import { useState } from 'react';
import { addressOf, get } from '../api/client.js';
import type { Page } from '../api/lists.js';
import { useText } from '../language/language.js';
import { useSeason } from '../session/season.js';
import { FieldGroup } from '../ui/Field.js';
import { RadioChoices } from '../ui/inputs.js';
import { StepButton } from '../ui/StepButton.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { changesText } from './changes.text.js';

/** Asks for another post: one that is open and has a seat, near by first. */
export function ChangePost({ county }: { readonly county: number }) {
  const t = useText(changesText);
  const { season } = useSeason();
  const [where, setWhere] = useState<'county' | 'league-city'>('county');
  const filters = where === 'county' ? { county } : { leagueCity: Math.floor(county / 100) * 100 };
  const path = addressOf('/api/placement/catalogue/posts', {
    ...{ season: season?.season, hasSeatsLeft: 'true', limit: 100 },
    ...filters,
  });
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<Page<OpenPostView>>(path, signal),
    enabled: season !== null,
  });
  const posts = data?.rows.filter((post) => where === 'county' || post.county !== county);
  return (
    <>
      <FieldGroup label={t.where}>
        <RadioChoices
          name="change-where"
          options={[
            { value: 'county', label: t.inCounty },
            { value: 'league-city', label: t.inLeagueCity },
          ]}
          value={where}
          onChange={(chosen) => setWhere(chosen === 'county' ? 'county' : 'league-city')}
        />
      </FieldGroup>
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : posts === undefined ? (
        <Skeleton lines={3} />
      ) : posts.length === 0 ? (
        <p className="quiet readable">{t.postsNone}</p>
      ) : (
        <Ask key={where} posts={posts} />
      )}
    </>
  );
}

function Ask({ posts }: { readonly posts: readonly OpenPostView[] }) {
  const t = useText(changesText);
  const options = posts.map(({ id, countyName, unitName, title }) => ({
    ...{ value: id, label: t.postOf(countyName, unitName, title), isName: true },
  }));
  return (
    <div>
      <StepButton
        subject={null}
        step={{
          ...{ key: 'change', tone: 'plain', label: `${t.changeSend}…`, question: t.changeSend, doLabel: t.changeSend },
          fields: [
            { key: 'toPostId', label: t.post, kind: 'choice', options },
            { key: 'reason', label: t.reason, hint: t.changeReasonHint, kind: 'long', maxLength: 500 },
          ],
          ...{ done: t.sent, path: () => '/api/placement/post-changes', body: (values) => values },
        }}
      />
    </div>
  );
}
