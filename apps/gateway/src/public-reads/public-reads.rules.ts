import type { Service } from '../upstreams/services.js';

export interface PublicRoute {
  readonly service: Service;
  /** Of the path behind the service’s name. */
  readonly path: RegExp;
  /** Nouns of the service whose changes may show here; none where nothing changes between two releases. */
  readonly changedBy: readonly string[];
}

/**
 * What everybody may read and everybody reads at once: official notices, the catalogue of posts, public lists, tables
 * of codes. Each is open without a session and says the same to everybody; nothing else is ever kept.
 */
const routes: readonly PublicRoute[] = [
  { service: 'programme', path: /^public-notices(\/[^/]+)?$/, changedBy: ['notices'] },
  { service: 'programme', path: /^(directory|offices\/search)$/, changedBy: ['offices', 'accounts', 'foundation'] },
  {
    ...{ service: 'recruitment', path: /^public-notices(\/[^/]+)?$/ },
    changedBy: ['public-notices', 'objections', 'admissions'],
  },
  { service: 'recruitment', path: /^reference\/[\w-]+$/, changedBy: [] },
  {
    ...{ service: 'placement', path: /^catalogue\/(posts(\/[^/]+)?|counties)$/ },
    changedBy: ['posts', 'counties', 'rounds', 'blocks'],
  },
  { service: 'placement', path: /^rounds\/public$/, changedBy: ['rounds'] },
];

const longestUrl = 500;

/** The public route of a question; null for everything else. */
export function publicRouteOf(service: Service, method: string, url: string): PublicRoute | null {
  if (method !== 'GET' || url.length > longestUrl) return null;
  const path = pathOf(service, url);
  return routes.find((route) => route.service === service && route.path.test(path)) ?? null;
}

/** Whether a change at this address may show in what the route says. Operators may change anything. */
export function maySee(route: PublicRoute, service: Service, url: string): boolean {
  if (route.service !== service) return false;
  const noun = pathOf(service, url).split('/', 1)[0] ?? '';
  return noun === 'operations' || route.changedBy.includes(noun);
}

function pathOf(service: Service, url: string): string {
  const end = url.indexOf('?');
  return url.slice(`/api/${service}/`.length, end === -1 ? undefined : end);
}
