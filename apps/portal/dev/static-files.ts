import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the gateway says of the portal's pages: nothing from elsewhere, no script inside the page. */
export const contentPolicy = [
  ...["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"],
].join('; ');

/** A file of a built portal; every address that is no file is the portal's own, with its outline for whoever is signed in. */
export function serveFile(folder: string, { url = '/', headers }: IncomingMessage, response: ServerResponse): void {
  const path = normalize(new URL(url, 'http://fixture').pathname);
  const wanted = join(folder, path);
  const isFile = wanted.startsWith(folder) && existsSync(wanted) && statSync(wanted).isFile();
  // An address may end in a signed token, which has dots: only a kind of file that is served can be missing.
  if (!isFile && extname(path) in types) {
    response.writeHead(404).end();
    return;
  }
  const file = isFile ? wanted : (outlineOf(folder, path, headers.cookie ?? '') ?? join(folder, 'index.html'));
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
  });
  response.end(readFileSync(file));
}

/** As the gateway chooses it. */
function outlineOf(folder: string, path: string, cookies: string): string | null {
  const language = cookies.includes('xibu-language=en') ? 'en' : 'zh';
  const file = join(folder, 'outlines', `${path}.${language}.html`);
  return cookies.includes('xibu-session=') && existsSync(file) ? file : null;
}
