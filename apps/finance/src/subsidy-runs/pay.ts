import { pay } from './pay-command.js';

process.exitCode = await pay(process.argv.slice(2), {
  databaseUrl: process.env.DATABASE_URL,
  exportRun: null,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
