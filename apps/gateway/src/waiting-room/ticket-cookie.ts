import type { FastifyReply, FastifyRequest } from 'fastify';

/** Programs that keep no cookies carry their ticket here, both ways. */
const header = 'x-xibu-ticket';
const wellFormed = /^[tp](\.[\w-]{1,40}){3,5}$/;

function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-xibu-waiting' : 'xibu-waiting';
}

/** The ticket or pass that came with a request; null without one. */
export function readToken({ headers }: FastifyRequest, isSecure: boolean): string | null {
  const prefix = `${cookieName(isSecure)}=`;
  const carried = headers[header];
  const found = headers.cookie?.split(/;\s*/).find((part) => part.startsWith(prefix));
  const token = typeof carried === 'string' ? carried : (found?.slice(prefix.length) ?? '');
  return wellFormed.test(token) ? token : null;
}

export function writeToken(reply: FastifyReply, token: string, secondsLeft: number, isSecure: boolean): void {
  const attributes = `Path=/; Max-Age=${secondsLeft}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  void reply.headers({ [header]: token, 'set-cookie': `${cookieName(isSecure)}=${token}; ${attributes}` });
}
