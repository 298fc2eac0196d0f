import type { Sealing } from '@xibu/platform';

/**
 * The name under which somebody appears in a published round: `A` and twelve hexadecimal digits of a keyed digest over the
 * season and the blind index of the identity number. Whoever lacks the key learns nothing from it; the same person has the
 * same code in the same season wherever it is run with that key.
 */
export function anonymousCode(season: string, identityIndex: string, sealing: Sealing): string {
  const digest = Buffer.from(sealing.blindIndex(`${season}:${identityIndex}`), 'base64url');
  return `A${digest.toString('hex').slice(0, 12)}`;
}
