import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface FactMap {
  /** Markdown: the picture and the table. */
  readonly page: string;
  /** A mermaid diagram of services and how many kinds of fact travel between them. */
  readonly picture: string;
  readonly topics: readonly string[];
  /** Facts that nobody records, or that are heard and never defined. */
  readonly complaints: readonly string[];
}

interface FactUse {
  readonly name: string;
  readonly type: string;
  readonly producer: string;
  readonly recorded: boolean;
  readonly consumers: readonly string[];
}

/** Who tells which fact and who listens, read off the code: definitions in domain, `@On` in services, calls in rules. */
export function factMap(apps: string, domain: string): FactMap {
  const sources = new Map(
    readdirSync(apps)
      .filter((name) => existsSync(join(apps, name, 'src')))
      .map((name) => [name, textOf(join(apps, name, 'src'))] as const),
  );
  const facts = definitionsIn(domain).map(({ name, type }): FactUse => {
    const producer = type.split('.')[0] ?? '';
    const heard = new RegExp(`@On\\(${name}\\)`);
    const consumers = [...sources].filter(([, text]) => heard.test(text)).map(([app]) => app);
    const shared =
      producer === 'programme' &&
      /^(MilestoneSet|RulebookPublished|OfficeOpened|OfficeClosed|SeasonOpened)$/.test(name);
    const recorded = new RegExp(`\\b${name}\\b`).test(
      withoutImports(sources.get(producer) ?? '').replaceAll(`@On(${name})`, ''),
    );
    return {
      name,
      type,
      producer,
      recorded,
      consumers: shared ? [...new Set([...consumers, ...keepers])].sort() : consumers.sort(),
    };
  });
  const topics = [...new Set(facts.map(({ type }) => type.split('.').slice(0, 2).join('.')))].sort();
  const started = facts.filter(({ producer }) => existsSync(join(apps, producer, 'src', 'main.ts')));
  const complaints = started
    .filter(({ recorded }) => !recorded)
    .map(({ type }) => `${type} is defined and nobody records it`);
  const picture = pictureOf(facts);
  return { page: pageOf(facts, picture), picture, topics, complaints };
}

/** Services that keep the platform's copies of seasons and offices. */
const keepers = ['recruitment', 'placement', 'finance', 'assessment', 'notifications'];

function definitionsIn(domain: string): { name: string; type: string }[] {
  return readdirSync(domain)
    .map((name) => join(domain, name, 'events.ts'))
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/export const (\w+) = fact<[\s\S]*?>\(\s*'([^']+)'/g)].map(
        ([, name = '', type = '']) => ({ name, type }),
      );
    })
    .sort((left, right) => (left.type < right.type ? -1 : 1));
}

function textOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return textOf(path);
      return /\.ts$/.test(entry.name) && !/\.spec\.ts$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

function withoutImports(text: string): string {
  return text.replace(/^import [\s\S]*?;$/gm, '');
}

function pictureOf(facts: readonly FactUse[]): string {
  const arrows = new Map<string, number>();
  for (const { producer, consumers } of facts) {
    for (const consumer of consumers.filter((name) => name !== producer)) {
      const arrow = `${producer} -->|N| ${consumer}`;
      arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
    }
  }
  const lines = [...arrows]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([arrow, n]) => `  ${arrow.replace('N', String(n))}`);
  return [
    '```mermaid',
    'flowchart LR',
    '  portal([portal]) --> gateway',
    ...['programme', ...keepers].map((name) => `  gateway -.-> ${name}`),
    ...lines,
    '```',
  ].join('\n');
}

function pageOf(facts: readonly FactUse[], picture: string): string {
  const rows = facts.map(
    ({ type, producer, consumers }) => `| \`${type}\` | ${producer} | ${consumers.join(', ') || '–'} |`,
  );
  return [
    '# Services and facts',
    '',
    'Read off the code by `npm run generate`. A solid arrow is the number of kinds of fact that travel over the bus; a dotted one is HTTP.',
    '',
    picture,
    '',
    '| fact | told by | heard by |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
