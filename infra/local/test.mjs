// npm test: everything, with one PostgreSQL for all suites, and one closing line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './prepare.mjs';

install();
build();
const { startTestServer, javaAndMavenAreHere, whyNoKafka } = await import('@xibu/testing');
console.log(javaAndMavenAreHere() ? 'Kafka: a real broker is used' : `Kafka: NOT tested here. ${whyNoKafka()}`);
const server = await startTestServer();
const reports = mkdtempSync(join(tmpdir(), 'xibu-tests-'));
const stop = async () => {
  await server.stop();
  rmSync(reports, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(130)));

const only = process.argv.slice(2);
const workspaces = ['packages', 'apps', 'infra']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter(
    (folder) =>
      existsSync(join(root, folder, 'package.json')) &&
      (only.length === 0 || only.some((name) => folder.endsWith(name))),
  )
  .filter((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts?.test);

let passed = 0;
let failed = 0;
for (const folder of workspaces) {
  const report = join(reports, `${folder.replace('/', '-')}.json`);
  const began = Date.now();
  const code = await suite(folder, report);
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1 };
  passed += counts.numPassedTests;
  // A suite that could not even start, and a runner that broke, count as failures too.
  failed += counts.numFailedTests || (code === 0 ? 0 : Math.max(1, counts.numFailedTestSuites));
  console.log(
    `${folder.padEnd(26)} ${String(counts.numPassedTests).padStart(5)} passed ${String(counts.numFailedTests).padStart(4)} failed  ${Math.round((Date.now() - began) / 1000)} s`,
  );
}
await stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function suite(folder, report) {
  return new Promise((resolve) => {
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const options = [
      '-c',
      join(root, 'packages', 'testing', 'jest.config.mjs'),
      '--rootDir',
      '.',
      '--passWithNoTests',
      // What a failed test leaves open must not hold up the other suites for ever.
      '--forceExit',
      '--silent=false',
      '--reporters',
      join(root, 'packages', 'testing', 'quiet-reporter.mjs'),
      '--json',
      '--outputFile',
      report,
    ];
    const child = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', jest, ...options], {
      cwd: join(root, folder),
      env: { ...process.env, TEST_DATABASE_URL: server.url, NODE_ENV: 'test' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('exit', resolve);
  });
}
