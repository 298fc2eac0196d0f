// npm run mutants: faults are put into copies of our code on purpose, and a spec must notice each.
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('../faults/dist/mutants/run-mutants.js');
await main(process.argv.slice(2));
