import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { factMap } from './fact-map.js';
import { root, services } from './stack.js';

/** Makes what is generated; with `--check` only says what is stale, and ends with 1. */
export async function main(given: readonly string[]): Promise<void> {
  const made = new Map<string, string>();
  const map = factMap(join(root, 'apps'), join(root, 'packages', 'domain', 'src'));
  made.set('infra/docs/facts.md', map.page);
  for (const name of services) {
    const definition = join(root, 'apps', name, 'dist', `${name}.service.js`);
    if (existsSync(definition)) made.set(`infra/docs/openapi/${name}.json`, await openApiOf(definition, name));
  }
  const readme = join(root, 'README.md');
  if (existsSync(readme)) made.set('README.md', withPicture(readFileSync(readme, 'utf8'), map.picture));

  const stale = [...made].filter(
    ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text,
  );
  const complaints = [...map.complaints, ...topicsMissing(map.topics)];
  for (const complaint of complaints) console.error(complaint);
  if (given.includes('--check')) {
    for (const [file] of stale) console.error(`${file} is stale: npm run generate`);
    process.exit(stale.length + complaints.length === 0 ? 0 : 1);
  }
  for (const [file, text] of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(`wrote ${file}`);
  }
  process.exit(complaints.length === 0 ? 0 : 1);
}

async function openApiOf(file: string, name: string): Promise<string> {
  const { describeService } = (await import('@xibu/platform')) as typeof import('@xibu/platform');
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, Parameters<typeof describeService>[0]>;
  const definition = loaded[name];
  if (!definition) throw new Error(`${file} exports no ${name}`);
  return `${JSON.stringify(await describeService(definition), null, 2)}\n`;
}

/** Every topic that a fact needs is declared, and none besides. */
function topicsMissing(topics: readonly string[]): string[] {
  const declared =
    readFileSync(join(root, 'infra', 'kafka', 'topics.yaml'), 'utf8').match(/^ {2}[a-z-]+\.[a-z-]+(?=:)/gm) ?? [];
  const known = new Set(declared.map((line) => line.trim()));
  return [
    ...topics.filter((topic) => !known.has(topic)).map((topic) => `infra/kafka/topics.yaml lacks ${topic}`),
    ...[...known]
      .filter((topic) => !topics.includes(topic))
      .map((topic) => `infra/kafka/topics.yaml declares ${topic}, which no fact uses`),
  ];
}

const [begin, end] = ['<!-- facts: generated -->', '<!-- /facts -->'];

function withPicture(text: string, picture: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < from ? text : `${text.slice(0, from + begin.length)}\n${picture}\n${text.slice(to)}`;
}
