import { EntitySchema } from 'typeorm';
import type { Round } from './round.js';

export const RoundTable = new EntitySchema<Round>({
  name: 'round',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    number: { type: 'int' },
    kind: { type: 'text' },
    status: { type: 'text' },
    rulebook: { type: 'text' },
    seedCommitment: { name: 'seed_commitment', type: 'text', nullable: true },
    seedSealed: { name: 'seed_sealed', type: 'text', nullable: true },
    seed: { type: 'text', nullable: true },
    inputDigest: { name: 'input_digest', type: 'text', nullable: true },
    resultDigest: { name: 'result_digest', type: 'text', nullable: true },
    counts: { type: 'jsonb', nullable: true },
    steps: { type: 'jsonb' },
    annulReason: { name: 'annul_reason', type: 'text', nullable: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'int' },
  },
});
