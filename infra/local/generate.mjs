// npm run generate: the map of services and facts, the topics they need, and each service's OpenAPI description.
import { build, install } from './prepare.mjs';

install();
build();
const { main } = await import('./dist/generate.js');
await main(process.argv.slice(2));
