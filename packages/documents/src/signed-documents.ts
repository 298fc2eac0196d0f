import { createHash, type KeyObject } from 'node:crypto';
import { maskName } from '@xibu/domain';
import { CompactSign, type CryptoKey, compactVerify, decodeProtectedHeader, errors, type JWK } from 'jose';

/** What a certificate, a confirmation notice or a receipt says about itself; little, so that it fits a QR code. */
export interface SignedDocument {
  /** `certificate`, `confirmation-notice`, `receipt`, … */
  readonly kind: string;
  readonly number: string;
  /** The name of the holder; it is masked before it is signed, whatever comes in. */
  readonly holder: string;
  /** {@link contentDigest} of what the document says. */
  readonly digest: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
}

/** An Ed25519 key, as node:crypto or as a JWK gives it. */
export type SigningKey = KeyObject | CryptoKey | JWK;

/** Finds the public key that a token names; undefined for a name that is not known. */
export type KeyFinder = (keyId: string | undefined) => SigningKey | undefined;

/** `malformed`: no such token. `signature`: made by another key, or altered since. `key-unknown`: by a key nobody has. */
export type Verification =
  | { readonly ok: true; readonly document: SignedDocument; readonly keyId: string | undefined }
  | { readonly ok: false; readonly reason: 'malformed' | 'signature' | 'key-unknown' };

const algorithm = 'EdDSA';

/**
 * A compact JWS (EdDSA) that anybody with the public key can check without a connection. The same document and key give
 * the same token. `keyId` tells later keys from earlier ones: certificates outlive them.
 */
export async function signDocument(document: SignedDocument, privateKey: SigningKey, keyId?: string): Promise<string> {
  const { kind, number, holder, digest, issuedOn } = document;
  const claims = { k: kind, n: number, h: maskName(holder), d: digest, i: issuedOn };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, ...(keyId === undefined ? {} : { kid: keyId }) })
    .sign(privateKey);
}

/** Never throws for a bad token: a wrong certificate is an answer. */
export async function verifyDocument(token: string, publicKey: SigningKey | KeyFinder): Promise<Verification> {
  const keyId = keyIdOf(token);
  if (keyId === 'malformed') return { ok: false, reason: 'malformed' };
  const key = typeof publicKey === 'function' ? publicKey(keyId.id) : publicKey;
  if (!key) return { ok: false, reason: 'key-unknown' };
  try {
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
    const document = documentIn(new TextDecoder().decode(payload));
    return document ? { ok: true, document, keyId: keyId.id } : { ok: false, reason: 'malformed' };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { ok: false, reason: 'signature' };
    if (error instanceof errors.JOSEError) return { ok: false, reason: 'malformed' };
    throw error;
  }
}

function keyIdOf(token: string): { readonly id: string | undefined } | 'malformed' {
  // Longer than any token made here; whoever sends more is not holding a document.
  if (token.length > 2_000) return 'malformed';
  try {
    return { id: decodeProtectedHeader(token).kid };
  } catch (error) {
    if (error instanceof TypeError) return 'malformed';
    throw error;
  }
}

function documentIn(text: string): SignedDocument | undefined {
  const { k, n, h, d, i } = claimsIn(text);
  const isWhole = [k, n, h, d, i].every((claim) => typeof claim === 'string');
  return isWhole ? { kind: `${k}`, number: `${n}`, holder: `${h}`, digest: `${d}`, issuedOn: `${i}` } : undefined;
}

/** Whoever holds the key may have signed other things with it; what is no JSON has no claims. */
function claimsIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/**
 * SHA-256 (base64url) over the plain data of a document, keys in order, so that a verification page can show that what it
 * knows and what was signed are the same.
 */
export function contentDigest(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('base64url');
}

function canonical(value: unknown): string {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return 'null';
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64url'));
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

/** The link that the QR code carries: the page of the verifier with the token behind it. */
export function verificationUrl(page: string, token: string): string {
  return `${page.replace(/\/$/, '')}/${token}`;
}

/** The token in a scanned link, undefined if there is none. */
export function tokenIn(url: string): string | undefined {
  return /\/([\w-]+\.[\w-]+\.[\w-]+)$/.exec(url.trim())?.[1];
}
