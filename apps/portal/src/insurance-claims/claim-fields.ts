import { type ClaimKind, type ClaimStatus, claimKinds } from '@xibu/domain/finance/insurance-api';
import type { SameWords } from '../language/texts.js';
import type { FieldSpec, FieldValue } from '../ui/fields.js';
import type { Tone } from '../ui/notices.js';
import type { claimsText } from './claims.text.js';

type Words = SameWords<(typeof claimsText)['zh']>;

export const claimTones: Readonly<Record<ClaimStatus, Tone>> = {
  reported: 'act',
  documents: 'plain',
  accepted: 'ok',
  refused: 'bad',
  paid: 'ok',
};

/** What a report of a claim asks for, by whomever it is made. */
export function reportFields(t: Words): readonly FieldSpec[] {
  const options = claimKinds.map((value: ClaimKind) => ({ value, label: t.kinds[value] }));
  return [
    { key: 'kind', label: t.kind, kind: 'one-of', options },
    { key: 'happenedOn', label: t.happenedOn, kind: 'date' },
    { key: 'words', label: t.words, hint: t.wordsHint, kind: 'long', maxLength: 2000 },
    { key: 'claimedFen', label: t.claimed, hint: t.claimedHint, kind: 'money' },
  ];
}

/** Names of papers, one a line. */
export function linesOf(value: FieldValue): readonly string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
