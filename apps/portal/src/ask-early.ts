/*
 * A script of its own, and the first to arrive: while those of the portal are still on their way, it asks what every page
 * of an applicant begins with. `api/client.ts` takes the answers over.
 */
const patienceMs = 30_000;

globalThis.xibuEarly = new Map(
  ['/api/programme/session', '/api/recruitment/applications/mine'].map((path) => [
    path,
    fetch(path, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
    }),
  ]),
);
