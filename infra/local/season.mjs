// npm run season: a whole programme year through the public API, on a system of its own.
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('./dist/season.js');
await main(process.argv.slice(2));
