import { reconcile } from './reconcile-command.js';

process.exitCode = await reconcile(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
});
