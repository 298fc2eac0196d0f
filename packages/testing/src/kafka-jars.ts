import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const KAFKA_VERSION = '4.2.0';
const JAVA_AT_LEAST = 17;

/** The root of the repository: `dist` and `src` lie equally deep. */
const root = join(import.meta.dirname, '..', '..', '..');

/** Whether a broker can be started on this machine. */
export function javaAndMavenAreHere(): boolean {
  return whyNoKafka() === null;
}

/** The sentence that says what is missing for a broker, or null when nothing is. */
export function whyNoKafka(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error) return `there is no java on the path; a broker needs Java ${JAVA_AT_LEAST} or later`;
  const version = /version "(\d+)/.exec(java.stderr + java.stdout)?.[1] ?? 'unknown';
  if (!(Number(version) >= JAVA_AT_LEAST)) return `java is ${version}; a broker needs Java ${JAVA_AT_LEAST} or later`;
  if (spawnSync('mvn', ['-v']).error) return 'there is no mvn on the path; the jars of the broker come through Maven';
  return null;
}

/**
 * The folder with the jars of this version. They are copied once; the folder gets its name only when it is whole, so a
 * copy that was interrupted is never taken for a finished one, and two runs at the same time do not disturb each other.
 */
export function kafkaJars(version: string): string {
  const folder = join(root, '.cache', `kafka-${version}`);
  const finished = join(folder, 'finished');
  const lib = join(folder, 'lib');
  if (existsSync(finished) && readFileSync(finished, 'utf8').trim() === version) return lib;

  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const copied = spawnSync(
    'mvn',
    [
      ...['-q', '-B', '-f', join(root, 'infra', 'kafka', 'pom.xml'), `-Dkafka.version=${version}`],
      ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(draft, 'lib')}`],
    ],
    { encoding: 'utf8' },
  );
  if (copied.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`Maven could not copy Kafka ${version}:\n${copied.stdout}${copied.stderr}`);
  }
  writeFileSync(join(draft, 'finished'), version);
  if (existsSync(finished)) rmSync(draft, { recursive: true, force: true });
  else {
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  return lib;
}
