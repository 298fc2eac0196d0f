// node infra/local/run.mjs <entry> …: installs and builds what is missing, then runs `main` of a compiled entry.
import { join } from 'node:path';
import { build, install, root } from './prepare.mjs';

const [entry, ...given] = process.argv.slice(2);
install();
build();
const { main } = await import(join(root, entry));
await main(given);
