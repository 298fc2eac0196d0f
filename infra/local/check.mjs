// npm run check: types, lint, dependency rules, format, and that nothing generated is stale.
import { build, install, run } from './prepare.mjs';

install();
build();
run('npx', ['turbo', 'run', 'typecheck', '--output-logs=errors-only']);
run('npx', ['biome', 'check', '--config-path=.biome.json', '.']);
run('npx', ['eslint', '-c', 'infra/local/eslint.config.mjs', 'apps', 'packages', 'infra']);
run('npx', [
  'depcruise',
  '--config',
  'infra/local/dependency-rules.mjs',
  'apps',
  'packages',
  'infra/local/src',
  'infra/faults/src',
]);
run('npx', ['turbo', 'boundaries']);

// What is generated is committed: making it again must change nothing.
run(process.execPath, ['infra/local/generate.mjs', '--check']);
console.log('check: all green');
