// npm run drill: something breaks while people sign up, is healed, and everything is looked at.
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('../faults/dist/main.js');
await main(process.argv.slice(2));
