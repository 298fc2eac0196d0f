/** The gateway names the session that a request came with; it only ever means one of the asker’s own. */
export const sessionHeader = 'x-xibu-session-id';

/** 登录会话: what a cookie, or a machine’s secret, stands for. In real time, whatever the legal clock says. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the secret; the secret itself is nowhere. */
  readonly secretHash: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly address: string | null;
  readonly device: string | null;
}

/** Does it still open anything? Not after its end, its day, its idle time, or a password that was set by the office. */
export function stands(
  session: Pick<Session, 'startedAt' | 'lastUsedAt' | 'expiresAt' | 'endedAt'>,
  { idleMinutes, voidBefore, now }: { idleMinutes: number; voidBefore: Date | null; now: Date },
): boolean {
  if (session.endedAt || now >= session.expiresAt) return false;
  if (voidBefore && session.startedAt < voidBefore) return false;
  return now.getTime() - session.lastUsedAt.getTime() < idleMinutes * 60_000;
}
