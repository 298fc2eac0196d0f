// npm start: nothing else has to be typed before it.
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('./dist/start.js');
await main(process.argv.slice(2));
