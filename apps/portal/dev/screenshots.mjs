// npm run screenshots -w @xibu/portal -- [--origin http://127.0.0.1:8080 | --fixture] [--only part-of-a-path] [--to folder]
import { createServer } from 'vite';

const vite = await createServer({
  root: new URL('..', import.meta.url).pathname,
  // Nothing is watched: pages that are edited meanwhile do not disturb a walk that has begun.
  server: { middlewareMode: true, watch: null, hmr: false },
  appType: 'custom',
});
try {
  const { main } = await vite.ssrLoadModule('/dev/screenshots.ts');
  await main(process.argv.slice(2));
} finally {
  await vite.close();
}
