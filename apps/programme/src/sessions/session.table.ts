import { EntitySchema } from 'typeorm';
import type { Session } from './session.js';

export const SessionTable = new EntitySchema<Session>({
  name: 'session',
  columns: {
    id: { type: 'uuid', primary: true },
    accountId: { name: 'account_id', type: 'uuid' },
    secretHash: { name: 'secret_hash', type: 'text' },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    lastUsedAt: { name: 'last_used_at', type: 'timestamptz' },
    expiresAt: { name: 'expires_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    address: { type: 'text', nullable: true },
    device: { type: 'text', nullable: true },
  },
});
