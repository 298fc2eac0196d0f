import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServiceDefinition } from '@xibu/platform';
import { complaintsOf, linesOf, rebuildAndCompare as rebuild } from '@xibu/platform/rebuild';
import { root, type Service, type Stack, services } from './stack.js';

/** What rebuilding needs of a system, running or not: its databases, its bus, and the keys of what is sealed. */
export type Standing = Pick<Stack, 'bus' | 'brokers' | 'secrets' | 'databaseOf'>;

export interface Rebuilt {
  readonly service: Service;
  /** What was done, table by table, for people. */
  readonly lines: readonly string[];
  /** What is not as it should be; none when every copy is what the topics say. */
  readonly complaints: readonly string[];
}

/** Makes the copies of a service anew from the beginning of the topics, beside the ones that it keeps, and compares. */
export async function rebuildAndCompare(stack: Standing, service: Service): Promise<Rebuilt> {
  const report = await rebuild({
    definition: await definitionOf(service),
    variables: variablesOf(stack, service),
    databaseUrl: stack.databaseOf(service),
  });
  return {
    service,
    lines: linesOf(report),
    complaints: complaintsOf(report).map((sentence) => `${service}: ${sentence}`),
  };
}

/** The same for every service, one after the other; `tell` hears of each as soon as it is done. */
export async function rebuildAll(stack: Standing, tell: (rebuilt: Rebuilt) => void): Promise<string[]> {
  const complaints: string[] = [];
  for (const service of services) {
    const rebuilt = await rebuildAndCompare(stack, service);
    tell(rebuilt);
    complaints.push(...rebuilt.complaints);
  }
  return complaints;
}

async function definitionOf(service: Service): Promise<ServiceDefinition> {
  const file = join(root, 'apps', service, 'dist', `${service}.service.js`);
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, ServiceDefinition>;
  const definition = loaded[service];
  if (!definition) throw new Error(`${file} exports no ${service}`);
  return definition;
}

/** What the service would be told, without what it listens on or sends to: nothing comes in and nothing goes out. */
function variablesOf({ bus, brokers, secrets, databaseOf }: Standing, service: Service): Record<string, string> {
  const database = databaseOf(service);
  const documents = {
    XIBU_DOCUMENT_PRIVATE_KEY: secrets.documentPrivateKey,
    XIBU_DOCUMENT_PUBLIC_KEY: secrets.documentPublicKey,
  };
  const own: Partial<Record<Service, Record<string, string>>> = {
    programme: { XIBU_TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey, XIBU_INTERNAL_KEY: secrets.internalKey },
    recruitment: documents,
    assessment: documents,
    notifications: { XIBU_SMTP_URL: 'smtp://127.0.0.1:9' },
  };
  return {
    ...{ XIBU_PORT: '0', XIBU_DATABASE_URL: database, XIBU_DATABASE_OWNER_URL: database, XIBU_BUS: bus },
    ...(bus === 'kafka' ? { XIBU_KAFKA_BROKERS: brokers.join(',') } : { XIBU_BUS_URL: databaseOf('bus') }),
    ...{ XIBU_TOKEN_PUBLIC_KEY: secrets.tokenPublicKey, XIBU_FIELD_KEYS: secrets.fieldKeys },
    ...{ XIBU_BLIND_INDEX_KEY: secrets.blindIndexKey, XIBU_PUBLIC_URL: 'http://localhost:4000' },
    ...own[service],
  };
}
