import { Refusal } from '@xibu/domain';
import { readCookie } from './session-cookie.js';

/** By what a request says who asks. */
export type Credential =
  /** A machine’s own token: passed on as it is, every service checks it. */
  | { readonly kind: 'bearer'; readonly authorization: string }
  /** A session, of a page by cookie or of a machine by header; exchanged for a token. */
  | { readonly kind: 'cookie' | 'session'; readonly secret: string }
  | { readonly kind: 'none' };

export interface Asked {
  readonly method: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What was said on purpose goes before the cookie that a browser sends by itself. */
export function credentialOf({ headers }: Pick<Asked, 'headers'>, isSecure: boolean): Credential {
  const authorization = one(headers['authorization']);
  if (authorization?.startsWith('Bearer ')) return { kind: 'bearer', authorization };
  const session = authorization?.match(/^Session ([\w-]{20,200})$/)?.[1];
  if (session) return { kind: 'session', secret: session };
  if (authorization) throw new Refusal('session.missing');
  const secret = readCookie(one(headers['cookie']), isSecure);
  return secret ? { kind: 'cookie', secret } : { kind: 'none' };
}

/**
 * A browser sends the cookie with whatever another site makes it send. A change therefore needs a header that another
 * site cannot set without being asked first, and an origin that is ours.
 */
export function refuseForeign(asked: Asked, credential: Credential, publicUrl: string): void {
  if (credential.kind !== 'cookie' || asked.method === 'GET' || asked.method === 'HEAD') return;
  requireOwnPage(asked, publicUrl);
}

/** The same for sign-in, which sets the cookie: nobody is signed in as somebody else by a foreign page. */
export function requireOwnPage(asked: Asked, publicUrl: string): void {
  const origin = one(asked.headers['origin']);
  const isOwn = origin === undefined || [asked.host, new URL(publicUrl).host].includes(hostOf(origin));
  if (one(asked.headers['x-xibu']) !== 'portal' || !isOwn) throw new Refusal('session.foreign-origin');
}

export function isMachine({ headers }: Pick<Asked, 'headers'>): boolean {
  return one(headers['x-xibu']) === 'machine';
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
