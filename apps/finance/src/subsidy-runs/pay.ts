import process, { argv, env } from 'node:process';
import { pay } from './pay-command.js';

// The one place of this command that looks at the machine: everything else is handed in.
process.exitCode = await pay(argv.slice(2), {
  databaseUrl: env.XIBU_DATABASE_URL ?? env.DATABASE_URL,
  // Loaded when it is asked for: a recomputation needs neither the service nor its database.
  exportRun: async (...asked) => (await import('./export-run.js')).exportRun(...asked),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
