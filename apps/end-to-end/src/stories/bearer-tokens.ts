import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import type { Actor } from '@xibu/domain';

/** How a token differs from one that the programme service would sign. */
export interface TokenTroubles {
  /** Signed with a key of one's own. */
  readonly isForged?: boolean;
  readonly expiredSeconds?: number;
  readonly issuer?: string;
  readonly algorithm?: 'EdDSA' | 'none';
  /** Claims that were put in after signing. */
  readonly tampered?: Partial<Actor>;
}

/** A token for an actor, made by hand. @param privateKey Ed25519 JWK as JSON */
export function tokenOf(actor: Actor, privateKey: string, troubles: TokenTroubles = {}): string {
  const { isForged, expiredSeconds, issuer = 'xibu', algorithm = 'EdDSA', tampered } = troubles;
  const now = Math.floor(performance.timeOrigin / 1000);
  const exp = expiredSeconds === undefined ? now + 3600 : now - expiredSeconds;
  const claims = (of: Actor) => encode({ actor: of, iss: issuer, sub: of.account, iat: now - 7200, exp });
  const head = encode({ alg: algorithm });
  if (algorithm === 'none') return `${head}.${claims(actor)}.`;
  const key = isForged
    ? generateKeyPairSync('ed25519').privateKey
    : createPrivateKey({ key: JSON.parse(privateKey) as JsonWebKey, format: 'jwk' });
  const signature = sign(null, Buffer.from(`${head}.${claims(actor)}`), key).toString('base64url');
  return `${head}.${claims({ ...actor, ...tampered })}.${signature}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
