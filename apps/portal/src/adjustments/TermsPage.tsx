import { useQuery } from '@tanstack/react-query';
import { dateOf } from '@xibu/domain/dates';
import type { TermsInForce } from '@xibu/domain/finance/terms-api';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { addressOf, get } from '../api/client.js';
import { useLanguage, useText } from '../language/language.js';
import { countyField } from '../office/money-terms.js';
import { useNow } from '../session/clock.js';
import { useActor } from '../session/session.js';
import { ButtonLink } from '../ui/Button.js';
import { FormBody } from '../ui/FormBody.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { useForm } from '../ui/useForm.js';
import { adjustmentsText } from './adjustments.text.js';
import { useTermTables } from './TermTables.js';

/** 现行标准: what decides a day in a county. The question stands in the address, so that it can be sent. */
export function TermsPage() {
  const t = useText(adjustmentsText);
  const now = useNow();
  const { divisions } = useActor();
  const [search] = useSearchParams();
  const own = divisions && divisions.from === divisions.to ? String(divisions.from) : '';
  const county = search.get('county') ?? own;
  const on = search.get('on') ?? (now ? dateOf(now) : '');
  return (
    <div className="page">
      <PageHeading title={t.termsTitle} />
      <p className="quiet readable">{t.termsIntro}</p>
      {on !== '' && <Ask county={county} on={on} />}
      {county !== '' && on !== '' && <Terms county={county} on={on} />}
      <p>
        <ButtonLink to="/office/adjustments">{t.back}</ButtonLink>
      </p>
    </div>
  );
}

interface Question {
  readonly county: string;
  readonly on: string;
}

function Ask({ county, on }: Question) {
  const t = useText(adjustmentsText);
  const { language } = useLanguage();
  const [, setSearch] = useSearchParams();
  const fields = [countyField(language), { key: 'on', label: t.on, kind: 'date' } as const];
  const form = useForm(useId(), fields, { on, ...(county && { county: Number(county) }) });
  const go = async () => {
    const asked = await form.submit(async (given) => given);
    if (asked) setSearch({ county: String(asked.answer['county']), on: String(asked.answer['on']) });
  };
  return (
    <Card>
      <FormBody form={form} label={t.show} go={go} />
    </Card>
  );
}

function Terms(question: Question) {
  const path = addressOf('/api/finance/pay-terms', { ...question });
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<TermsInForce>(path, signal),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return data ? <Found terms={data} /> : <Skeleton lines={6} />;
}

function Found({ terms }: { readonly terms: TermsInForce }) {
  const t = useText(adjustmentsText);
  const [rates, funding, insurance] = useTermTables(terms);
  return [rates, funding, insurance].map(
    (part) =>
      part && (
        <Card key={part.title} title={part.title} flush={!part.isEmpty}>
          {part.isEmpty ? <p className="quiet">{t.termsNone}</p> : part.content}
        </Card>
      ),
  );
}
