import { may } from '@xibu/domain/access';
import { ticketStatuses } from '@xibu/domain/assessment/api';
import { asCounty, optionsOf, stateOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import type { FieldSpec } from '../ui/fields.js';
import type { StepAction } from '../ui/StepButton.js';
import { type TicketRow, tickets } from './ticket.js';
import { ticketsText } from './tickets.text.js';

/** 首问责任: matters of one's area, the one due first on top. */
export const Tickets = workPage<(typeof ticketsText)['zh'], TicketRow>(ticketsText, (t, { actor, language }) => {
  const step = (key: string, label: string, done: string, question?: string, fields?: readonly FieldSpec[]) => {
    const action: StepAction<TicketRow> = { key, label, done, path: ({ id }) => `${tickets}/${id}/${key}`, body: asIs };
    return question ? { ...action, question, fields } : action;
  };
  const answer = step('answer', t.answer, t.answered, t.answerQuestion, [
    { key: 'text', label: t.reply, kind: 'long', maxLength: 4000 },
  ]);
  const offer = step('offer', t.offer, t.offered, t.offerQuestion, [
    { key: 'to', label: t.offerTo, kind: 'text', maxLength: 100 },
  ]);
  return {
    title: t.title,
    intro: t.intro,
    source: { list: tickets, filters: {} },
    columns: [
      column('topic', t.topic, { value: ({ topic }) => t.topics[topic] }),
      column('text', t.text, { kind: 'name' }),
      column('name', usualText[language].name, { value: ({ name }) => name ?? t.unnamed, kind: 'name' }),
      column('county', usualText[language].county, asCounty),
      column('dueOn', t.due, { kind: 'date', sorts: true }),
      column('status', usualText[language].status, {
        kind: 'state',
        state: ({ status }) => stateOf(t.statuses, { open: 'act', transferring: 'warn', answered: 'ok' })(status),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ topic, dueOn }) => `${t.topics[topic]} ${dueOn}`,
    steps: ({ status, owner }) => {
      if (!may(actor, 'ticket.answer')) return [];
      if (status === 'transferring') return [step('accept', t.accept, t.accepted)];
      if (status !== 'open') return [];
      if (owner === null) return [step('take', t.take, t.taken)];
      return owner === actor.account ? [answer, offer] : [];
    },
    choices: [{ key: 'status', label: usualText[language].status, options: optionsOf(t.statuses, ticketStatuses) }],
    sort: 'dueOn',
    empty: t.none,
  };
});

function asIs<Values>(values: Values): Values {
  return values;
}
