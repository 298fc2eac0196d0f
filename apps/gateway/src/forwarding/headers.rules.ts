type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** They belong to one connection, not to the message (RFC 9110, 7.6.1). */
const ofConnection = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'http2-settings', 'expect'],
]);

/** What only the gateway says: who asks, from where, through which door. Nobody else’s word on it goes through. */
const saidByGateway =
  /^(authorization|cookie|host|forwarded|x-forwarded-.*|x-real-ip|x-xibu.*|x-correlation-id|traceparent|accept-encoding)$/;

/** What only the gateway says to browsers. */
const saidToBrowsers =
  /^(set-cookie|content-security-policy|strict-transport-security|x-frame-options|x-content-type-options|server|x-powered-by|access-control-.*)$/;

/** The headers of a request as they go on to a service, without any that it could mistake for ours. */
export function upwardHeaders(given: Headers, ours: Headers): Record<string, string | string[]> {
  const named = new Set(
    String(given['connection'] ?? '')
      .toLowerCase()
      .split(/\s*,\s*/),
  );
  return keep({
    ...without(given, (name) => ofConnection.has(name) || saidByGateway.test(name) || named.has(name)),
    ...ours,
  });
}

/** The headers of an answer as they go on to the caller. */
export function downwardHeaders(given: Headers): Record<string, string | string[]> {
  return keep(without(given, (name) => ofConnection.has(name) || saidToBrowsers.test(name)));
}

/** W3C trace context: the caller’s when it is well formed, else one that begins here. */
export function traceOf(given: string | null, newUuid: () => string): string {
  if (given && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(given)) return given;
  const hex = (): string => newUuid().replaceAll('-', '');
  return `00-${hex()}-${hex().slice(0, 16)}-01`;
}

function without(headers: Headers, isOut: (name: string) => boolean): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isOut(name.toLowerCase())));
}

function keep(headers: Headers): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  );
}
