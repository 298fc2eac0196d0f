import { parse } from 'yaml';

/** A topic as `infra/kafka/topics.yaml` declares it. */
export interface Topic {
  readonly name: string;
  readonly partitions: number;
  /** Days that facts stay; null for ever. */
  readonly retentionDays: number | null;
  /** The service whose facts these are: the first part of the name. */
  readonly writer: string;
  /** The services that may read it, or null for every one. */
  readonly readers: readonly string[] | null;
  /** Holds personal data that only its readers may see. */
  readonly restricted: boolean;
}

interface Declaration {
  readonly partitions?: number;
  readonly retention?: string;
  readonly readers?: 'everyone' | readonly string[];
  readonly restricted?: boolean;
}

const NAME = /^[a-z]+\.[a-z-]+$/;

/** Reads the list of topics; a mistake in it is an error that names the topic. */
export function readTopics(yaml: string): Topic[] {
  const { defaults, topics } = parse(yaml) as { defaults: Declaration; topics: Record<string, Declaration | null> };
  return Object.entries(topics).map(([name, declaration]) => readTopic(name, { ...defaults, ...declaration }));
}

function readTopic(name: string, { partitions, retention, readers, restricted = false }: Declaration): Topic {
  const wrong = (what: string): Error => new Error(`topic ${name}: ${what}`);
  if (!NAME.test(name)) throw wrong('a name is service.aggregate');
  if (!Number.isInteger(partitions) || (partitions ?? 0) < 1) throw wrong('partitions is a number from 1');
  const days = /^(\d+)d$/.exec(retention ?? '')?.[1];
  if (retention !== 'forever' && !days) throw wrong('retention is <n>d or forever');
  const everyone = readers === 'everyone';
  if (!everyone && !Array.isArray(readers)) throw wrong('readers is everyone or a list of services');
  if (restricted && everyone) throw wrong('a restricted topic names its readers');
  return {
    name,
    partitions: partitions ?? 0,
    retentionDays: days ? Number(days) : null,
    writer: name.slice(0, name.indexOf('.')),
    readers: everyone ? null : (readers as readonly string[]),
    restricted,
  };
}

/** What a service does with topics, as its code says. */
export interface TopicUse {
  readonly service: string;
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** Sentences about where the list and the code disagree; none when they agree. */
export function compareTopics(declared: readonly Topic[], uses: readonly TopicUse[]): string[] {
  const byName = new Map(declared.map((topic) => [topic.name, topic]));
  const complaints: string[] = [];
  for (const { service, writes, reads } of uses) {
    for (const name of [...new Set([...writes, ...reads])]) {
      const topic = byName.get(name);
      if (!topic) complaints.push(`${service} uses ${name}, which is not declared`);
      else if (writes.includes(name) && topic.writer !== service) {
        complaints.push(`${service} writes ${name}, which belongs to ${topic.writer}`);
      } else if (reads.includes(name) && topic.readers !== null && !topic.readers.includes(service)) {
        complaints.push(`${service} reads ${name}, which only ${topic.readers.join(', ')} may read`);
      }
    }
  }
  const used = new Set(uses.flatMap(({ writes }) => writes));
  for (const { name } of declared) if (!used.has(name)) complaints.push(`${name} is declared and nobody writes it`);
  return complaints;
}
