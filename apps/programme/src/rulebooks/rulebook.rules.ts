import { type Actor, dateOf, type Fact, isLegalDate, type LegalDate, Refusal, type Rulebook } from '@xibu/domain';
import type { SaveRulebookRequest } from '@xibu/domain/programme/api';
import { RulebookPublished } from '@xibu/domain/programme/events';
import type { Season } from '../seasons/season.js';
import { requireOwnRegion } from '../seasons/season.rules.js';
import type { RulebookDraft } from './rulebook-draft.js';
import { requireComplete } from './rulebook-values.rules.js';

/** A version of the rules is written by one person … */
export function prepare(
  given: { readonly validFrom: string; readonly values: unknown; readonly clauses: unknown },
  season: Season,
  like: Pick<Rulebook, 'values'>,
  actor: Actor,
  making: { readonly id: string; readonly number: number; readonly now: Date },
): RulebookDraft {
  requireOwnRegion(season.region, actor);
  requireComplete(given, like);
  return {
    ...{ id: making.id, season: season.season, number: making.number, status: 'draft' },
    bookVersion: `${season.season}/${making.number}`,
    ...{ validFrom: readDate(given.validFrom), values: given.values, clauses: given.clauses },
    ...{ preparedBy: actor.account, preparedByName: actor.name, preparedAt: making.now },
    ...{ publishedBy: null, publishedByName: null, publishedAt: null, version: 1 },
  };
}

/** Whoever changes a draft has prepared it, and no longer publishes it. */
export function save(
  draft: RulebookDraft,
  given: SaveRulebookRequest,
  season: Season,
  like: Pick<Rulebook, 'values'>,
  actor: Actor,
): RulebookDraft {
  requireOwnRegion(season.region, actor);
  requireDraft(draft);
  requireComplete(given, like);
  const { values, clauses } = given;
  return {
    ...{ ...draft, values, clauses, validFrom: readDate(given.validFrom), version: draft.version + 1 },
    ...{ preparedBy: actor.account, preparedByName: actor.name },
  };
}

/**
 * … and published by another. Rules do not reach back: a later version starts after the one in force and not before
 * today; only the first may start with its season.
 */
export function publish(
  draft: RulebookDraft,
  season: Season,
  published: readonly LegalDate[],
  actor: Actor,
  now: Date,
): [RulebookDraft, Fact] {
  requireOwnRegion(season.region, actor);
  requireDraft(draft);
  if (draft.preparedBy === actor.account) throw new Refusal('four-eyes.same-person');
  const latest = published.reduce<LegalDate | null>((last, day) => (last && last > day ? last : day), null);
  if (latest && (draft.validFrom <= latest || draft.validFrom < dateOf(now))) {
    throw new Refusal('rulebook.starts-too-early', { pointer: '/validFrom', after: latest });
  }
  const { bookVersion: version, validFrom, values, clauses } = draft;
  return [
    {
      ...{ ...draft, status: 'published', version: draft.version + 1 },
      ...{ publishedBy: actor.account, publishedByName: actor.name, publishedAt: now },
    },
    RulebookPublished(season.season, { version, season: season.season, validFrom, values, clauses }),
  ];
}

export function discard(draft: RulebookDraft, season: Season, actor: Actor): RulebookDraft {
  requireOwnRegion(season.region, actor);
  requireDraft(draft);
  return { ...draft, status: 'discarded', version: draft.version + 1 };
}

function requireDraft({ status }: RulebookDraft): void {
  if (status !== 'draft') throw new Refusal('rulebook.not-draft');
}

function readDate(text: string): LegalDate {
  if (!isLegalDate(text)) throw new Refusal('rulebook.number-invalid', { pointer: '/validFrom', name: 'validFrom' });
  return text;
}
