import { type DeliveryRow, deliveryStatuses } from '@xibu/domain/notifications/api';
import { optionsOf, stateOf } from '../office/usual.js';
import { column, workPage } from '../office/WorkPage.js';
import { messagesText } from './messages.text.js';

/** Who was told what, and whether it arrived. */
export const Deliveries = workPage<(typeof messagesText)['zh'], DeliveryRow>(messagesText, (t) => ({
  title: t.deliveries,
  source: { list: '/api/notifications/deliveries', filters: {} },
  columns: [
    column('subject', t.subject, { kind: 'name' }),
    column('channel', t.channel, { value: ({ channel }) => t.channels[channel] }),
    column('at', t.at, { kind: 'instant', sorts: true }),
    column('arrivedAt', t.arrivedAt, { kind: 'instant' }),
    column('reason', t.reason, { kind: 'name' }),
    column('status', t.status, {
      kind: 'state',
      state: ({ status }) => stateOf(t.statuses, { delivered: 'ok', failed: 'bad' })(status),
    }),
  ],
  idOf: ({ id }) => id,
  nameOf: ({ subject }) => subject,
  choices: [{ key: 'status', label: t.status, options: optionsOf(t.statuses, deliveryStatuses) }],
  empty: t.deliveriesNone,
}));
