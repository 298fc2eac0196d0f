import type { PaySlipRow, PaySlipView } from '@xibu/domain/finance/pay-api';
import { Link, useParams } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { sayComponent, sayTerm } from '../office/say-term.js';
import { sayDay, sayMonth } from '../ui/legal-dates.js';
import { Banner, Card, Facts, Money, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Table } from '../ui/Table.js';
import { payText } from './pay.text.js';

const base = '/api/finance/pay-slips/mine';

function asMoney(fen: number | null) {
  return fen === null ? '–' : <Money fen={fen} />;
}

/** 补贴发放单: every month one was paid for, or was not. */
export function PaySlipsPage() {
  const t = useText(payText);
  const { language } = useLanguage();
  return (
    <ReadPage<readonly PaySlipRow[] | { readonly rows: readonly PaySlipRow[] }>
      title={t.title}
      path={base}
      absent={t.none}
      isEmpty={(answer) => rowsOf(answer).length === 0}
    >
      {(answer) =>
        rowsOf(answer).map((row) => (
          <Card key={row.id} title={sayMonth(row.month, language)}>
            <Facts
              facts={[
                { label: t.gross, value: asMoney(row.grossFen) },
                { label: t.personal, value: asMoney(row.personalFen) },
                { label: t.net, value: <b>{asMoney(row.netFen)}</b> },
                {
                  label: t.paidOn,
                  value: row.payable === false ? t.notPayable : (asDate(row.paidOn, language) ?? t.notPaid),
                },
              ]}
            />
            <Link to={`/mine/pay/${row.month}`}>{`${t.see} ${sayMonth(row.month, language)}`}</Link>
          </Card>
        ))
      }
    </ReadPage>
  );
}

function rowsOf<Row>(answer: readonly Row[] | { readonly rows: readonly Row[] }): readonly Row[] {
  return 'rows' in answer ? answer.rows : answer;
}

/** One month with the making of every amount. */
export function PaySlipPage() {
  const t = useText(payText);
  const { language } = useLanguage();
  const { month = '' } = useParams();
  return (
    <ReadPage<PaySlipView>
      title={t.slipTitle(sayMonth(month, language))}
      path={`${base}/${encodeURIComponent(month)}`}
      absent={t.none}
    >
      {(slip) => (
        <>
          <Card>
            <Facts
              facts={[
                { label: t.gross, value: asMoney(slip.grossFen) },
                { label: t.personal, value: asMoney(slip.personalFen) },
                { label: t.net, value: <b>{asMoney(slip.netFen)}</b> },
              ]}
            />
            <p>
              <a href={`${base}/${encodeURIComponent(month)}/slip.pdf`}>{t.pdf}</a>
            </p>
          </Card>
          {slip.exceptions.length > 0 && (
            <Banner tone="warn" title={t.exceptions}>
              <ul>
                {slip.exceptions.map(({ code, detail }) => (
                  <li key={code}>
                    <Name>{detail}</Name>
                  </li>
                ))}
              </ul>
              <p>{t.exceptionText}</p>
            </Banner>
          )}
          <Making slip={slip} />
        </>
      )}
    </ReadPage>
  );
}

function useComponentName(): (component: string) => string {
  const { language } = useLanguage();
  return (component) => sayComponent(component, language);
}

function asDate(date: string | null, language: Language): string | null {
  return date && sayDay(date, language);
}

function Making({ slip }: { readonly slip: PaySlipView }) {
  const t = useText(payText);
  const { language } = useLanguage();
  const nameOf = useComponentName();
  return (
    <>
      <Card title={t.how} flush>
        <Table
          caption={t.how}
          rows={slip.components}
          idOf={({ component }) => component}
          columns={[
            { key: 'component', label: t.component, cell: ({ component }) => nameOf(component) },
            { key: 'days', label: t.days, cell: ({ ratedDays, daysInMonth }) => t.daysOf(ratedDays, daysInMonth) },
            { key: 'fen', label: t.amount, figure: true, cell: ({ fen }) => <Money fen={fen} /> },
          ]}
        />
      </Card>
      {slip.insurance && (
        <Card title={t.insurance} flush>
          <Table
            caption={t.insurance}
            rows={slip.insurance.schemes}
            idOf={({ scheme }) => scheme}
            columns={[
              { key: 'scheme', label: t.component, cell: ({ scheme }) => sayTerm('schemes', scheme, language) },
              { key: 'base', label: t.base, figure: true, cell: ({ baseFen }) => <Money fen={baseFen} /> },
              { key: 'mine', label: t.mine, figure: true, cell: ({ personalFen }) => <Money fen={personalFen} /> },
              {
                key: 'employer',
                label: t.employer,
                figure: true,
                cell: ({ employerFen }) => <Money fen={employerFen} />,
              },
            ]}
          />
        </Card>
      )}
      {slip.change && <Change slip={slip} />}
      <Card title={t.payments}>
        {slip.payments.map(({ reference, fen, state, reason, valueDate }) => (
          <p key={reference} className="row">
            <Money fen={fen} />
            <Tag tone={state === 'accepted' ? 'ok' : state === 'returned' ? 'bad' : 'plain'}>{t.states[state]}</Tag>
            {asDate(valueDate, language)}
            {reason && <Name>{reason}</Name>}
          </p>
        ))}
      </Card>
    </>
  );
}

function Change({ slip }: { readonly slip: PaySlipView }) {
  const t = useText(payText);
  const nameOf = useComponentName();
  const changed = (slip.change ?? []).filter(({ beforeFen, afterFen }) => beforeFen !== afterFen);
  return (
    <Card title={t.change} flush>
      {changed.length === 0 ? (
        <p className="quiet">{t.noChange}</p>
      ) : (
        <Table
          caption={t.change}
          rows={changed}
          idOf={({ component }) => component}
          columns={[
            { key: 'component', label: t.component, cell: ({ component }) => nameOf(component) },
            { key: 'before', label: t.before, figure: true, cell: ({ beforeFen }) => <Money fen={beforeFen} /> },
            { key: 'after', label: t.after, figure: true, cell: ({ afterFen }) => <Money fen={afterFen} /> },
          ]}
        />
      )}
    </Card>
  );
}
