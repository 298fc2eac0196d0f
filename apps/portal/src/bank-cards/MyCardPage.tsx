import { bankCardFaults, readBankCard } from '@xibu/domain/bank-card';
import { dateOf } from '@xibu/domain/dates';
import type { BankCardView } from '@xibu/domain/finance/cards-api';
import { post } from '../api/client.js';
import { emptyProblem, ProblemError } from '../api/problem.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { useNow } from '../session/clock.js';
import { useActor } from '../session/session.js';
import { Day, Moment } from '../ui/Day.js';
import { DialogButton } from '../ui/DialogButton.js';
import type { FieldSpec } from '../ui/fields.js';
import { sayDay } from '../ui/legal-dates.js';
import { Banner, Card, Facts, Tag, type Tone } from '../ui/notices.js';
import { nameRules } from '../ui/person-fields.js';
import { ReadPage } from '../ui/ReadPage.js';
import { cardsText } from './cards.text.js';

const base = '/api/finance/bank-cards';
const tones: Readonly<Partial<Record<BankCardView['status'], Tone>>> = {
  registered: 'act',
  confirmed: 'ok',
  refused: 'bad',
};

/** 收款银行卡 (第二次登记): which card the subsidy goes to, and the way to another. */
export function MyCardPage() {
  const t = useText(cardsText);
  return (
    <ReadPage<readonly BankCardView[]> title={t.mineTitle} path={`${base}/mine`}>
      {(cards) => (
        <>
          <p className="quiet readable">{t.intro}</p>
          <Next cards={cards} />
          {cards.length > 0 && (
            <Card title={t.history}>
              {cards.map((card) => (
                <Registered key={card.id} card={card} />
              ))}
            </Card>
          )}
        </>
      )}
    </ReadPage>
  );
}

/** Where it stands, and the one thing to do. */
function Next({ cards }: { readonly cards: readonly BankCardView[] }) {
  const t = useText(cardsText);
  const { language } = useLanguage();
  const now = useNow();
  const [latest] = cards;
  const standing = latest?.status === 'registered' || latest?.status === 'confirmed' ? latest : null;
  const { usableFrom = null } = standing ?? {};
  const cooling =
    usableFrom !== null && now !== null && usableFrom > dateOf(now)
      ? t.nextCooling(sayDay(usableFrom, language))
      : null;
  const title = !standing
    ? latest?.status === 'refused'
      ? t.nextRefused
      : t.nextNone
    : standing.status === 'registered'
      ? t.nextWaits
      : (cooling ?? t.nextUsable);
  return (
    <Card>
      {standing && (
        <p>
          <Tag tone={tones[standing.status] ?? 'plain'}>{t.statuses[standing.status]}</Tag>
        </p>
      )}
      <h2 className="next-title">{title}</h2>
      {standing ? (
        <>
          <p>
            <Name>{standing.bankName}</Name> · <span className="figure">{standing.number}</span>
          </p>
          {standing.status === 'registered' && <p className="quiet readable">{t.nextWaitsText}</p>}
          {cooling && <p className="quiet readable">{t.nextCoolingText}</p>}
          {standing.status === 'registered' && standing.warnings.length > 0 && <Banner tone="warn" title={t.luhn} />}
        </>
      ) : (
        <p className="quiet readable">{t.nextNoneText}</p>
      )}
      {latest?.status === 'refused' && latest.reason && (
        <Banner tone="warn" title={t.reason}>
          <Name>{latest.reason}</Name>
        </Banner>
      )}
      <div>
        <Register isChange={standing !== null} />
      </div>
    </Card>
  );
}

function Register({ isChange }: { readonly isChange: boolean }) {
  const t = useText(cardsText);
  const { language } = useLanguage();
  const { name } = useActor();
  const numberRules = {
    check: (value: FieldValueOf) => {
      const reading = readBankCard(String(value));
      return reading.ok ? null : bankCardFaults[reading.reason][language];
    },
    tidy: (value: FieldValueOf) => {
      const reading = readBankCard(String(value));
      return reading.ok ? reading.number : value;
    },
  };
  const fields: readonly FieldSpec[] = [
    { key: 'number', label: t.number, hint: t.numberHint, kind: 'tel', ...numberRules },
    { key: 'again', label: t.again, kind: 'tel', ...numberRules },
    { key: 'holderName', label: t.holder, hint: t.holderHint, kind: 'text', ...nameRules(language) },
    { key: 'bankName', label: t.bank, hint: t.bankHint, kind: 'text', maxLength: 60 },
  ];
  return (
    <DialogButton
      tone={isChange ? 'plain' : 'go'}
      label={isChange ? `${t.change}…` : `${t.register}…`}
      title={isChange ? t.change : t.register}
      fields={fields}
      initial={{ holderName: name }}
      doLabel={t.send}
      send={({ number, again, holderName, bankName }, keyFor) => {
        if (number !== again) {
          const errors = [{ pointer: '/again', detail: t.numberDiffers }];
          throw new ProblemError({ ...emptyProblem(422, 'page'), errors });
        }
        const body = { number, holderName, bankName };
        return post<unknown>(base, body, keyFor(body));
      }}
      done={t.sent}
    />
  );
}

type FieldValueOf = Parameters<NonNullable<FieldSpec['check']>>[0];

function Registered({ card }: { readonly card: BankCardView }) {
  const t = useText(cardsText);
  return (
    <section className="stack">
      <p className="row">
        <span className="figure">{card.number}</span>
        <Tag tone={tones[card.status] ?? 'plain'}>{t.statuses[card.status]}</Tag>
      </p>
      <Facts
        facts={[
          { label: t.bank, value: <Name>{card.bankName}</Name> },
          { label: t.registeredAt, value: <Moment of={card.registeredAt} /> },
          ...(card.confirmed ? [{ label: t.confirmedBy, value: <Name>{card.confirmed.by}</Name> }] : []),
          ...(card.usableFrom ? [{ label: t.usableFrom, value: <Day of={card.usableFrom} /> }] : []),
          ...(card.reason ? [{ label: t.reason, value: <Name>{card.reason}</Name> }] : []),
        ]}
      />
    </section>
  );
}
