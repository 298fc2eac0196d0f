import { ticketTopics } from '@xibu/domain/assessment/api';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { FormCard } from '../ui/FormCard.js';
import type { FieldSpec } from '../ui/fields.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Banner, Card, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { EmptyState } from '../ui/states.js';
import { type TicketRow, tickets } from './ticket.js';
import { ticketsText } from './tickets.text.js';

const ratings = [5, 4, 3, 2, 1] as const;

/** What a volunteer raises, and what became of it. */
export function MyTicketsPage() {
  const t = useText(ticketsText);
  const fields: readonly FieldSpec[] = [
    {
      ...{ key: 'topic', label: t.topic, kind: 'choice' },
      options: ticketTopics.map((value) => ({ value, label: t.topics[value] })),
    },
    { key: 'text', label: t.text, kind: 'long', maxLength: 4000 },
    { key: 'anonymous', label: t.anonymous, kind: 'check' },
  ];
  return (
    <ReadPage<Page<TicketRow>> title={t.mine} path={`${tickets}/mine`}>
      {({ rows }) => (
        <>
          <FormCard
            key={rows.length}
            title={t.ask}
            fields={fields}
            path={tickets}
            body={(values) => ({ anonymous: false, ...values })}
            label={t.send}
            done={t.sent}
          />
          <h2>{t.history}</h2>
          {rows.length === 0 && <EmptyState title={t.mineNone} />}
          {rows.map((row) => (
            <Ticket key={row.id} row={row} />
          ))}
        </>
      )}
    </ReadPage>
  );
}

function Ticket({ row }: { readonly row: TicketRow }) {
  const t = useText(ticketsText);
  const { language } = useLanguage();
  return (
    <Card>
      <p className="row">
        <b>{t.topics[row.topic]}</b>
        <Tag tone={row.status === 'answered' ? 'ok' : 'plain'}>{t.statuses[row.status]}</Tag>
        <span className="small">{sayInstant(row.at, language)}</span>
      </p>
      <p>
        <Name>{row.text}</Name>
      </p>
      {row.answer && (
        <Banner tone="ok" title={t.reply}>
          <p>
            <Name>{row.answer}</Name>
          </p>
        </Banner>
      )}
      {row.status === 'answered' && row.rating === null && (
        <StepButton
          subject={row}
          step={{
            ...{ key: 'rate', label: t.rate, question: t.rateQuestion, tone: 'plain', done: t.rated },
            fields: [
              {
                ...{ key: 'rating', label: t.rating, kind: 'one-of', asNumber: true },
                options: ratings.map((value) => ({ value: String(value), label: t.ratings[value] })),
              },
            ],
            ...{ path: ({ id }) => `${tickets}/${id}/rate`, body: (values) => values },
          }}
        />
      )}
    </Card>
  );
}
