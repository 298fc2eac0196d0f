// npm run migrate: brings the databases of all services up to date without starting them (DATABASE variables as in README).
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('./dist/migrate.js');
await main(process.argv.slice(2));
