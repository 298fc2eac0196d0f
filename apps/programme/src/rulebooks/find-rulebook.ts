import { Refusal } from '@xibu/domain';
import type { Tx } from '@xibu/platform';
import { requireSeason } from '../seasons/require-season.js';
import type { Season } from '../seasons/season.js';
import { RulebookTable } from './rulebook.table.js';
import type { RulebookDraft } from './rulebook-draft.js';

export async function lockRulebook(tx: Tx, id: string): Promise<{ draft: RulebookDraft; season: Season }> {
  const draft = await tx.findOne(RulebookTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!draft) throw new Refusal('record.unknown');
  return { draft, season: await requireSeason(tx, draft.season) };
}
