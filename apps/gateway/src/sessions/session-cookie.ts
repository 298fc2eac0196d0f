/** `__Host-` binds the cookie to this very host and to https; plain http exists only on one’s own machine. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-xibu' : 'xibu';
}

/** The secret in the request’s cookie; null without one. */
export function readCookie(header: string | undefined, isSecure: boolean): string | null {
  const prefix = `${cookieName(isSecure)}=`;
  const found = header?.split(/;\s*/).find((part) => part.startsWith(prefix));
  const value = found?.slice(prefix.length) ?? '';
  return /^[\w-]{20,200}$/.test(value) ? value : null;
}

/** Not readable by scripts, not sent along by other sites’ forms, gone when the session is. */
export function writeCookie(secret: string, secondsLeft: number, isSecure: boolean): string {
  return `${cookieName(isSecure)}=${secret}; Path=/; Max-Age=${secondsLeft}; ${attributes(isSecure)}`;
}

export function clearCookie(isSecure: boolean): string {
  return `${cookieName(isSecure)}=; Path=/; Max-Age=0; ${attributes(isSecure)}`;
}

function attributes(isSecure: boolean): string {
  return `HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
