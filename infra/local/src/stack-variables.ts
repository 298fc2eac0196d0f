import { join } from 'node:path';
import { type OwnPart, root, type Service, services } from './parts.js';
import type { Secrets } from './secrets.js';

/** One after the other, from the first on. */
export function portsFrom(first: number) {
  return {
    ...{ gateway: first, programme: first + 1, recruitment: first + 2, placement: first + 3, finance: first + 4 },
    ...{ assessment: first + 5, notifications: first + 6, smtp: first + 8, mail: first + 9, postgres: first + 10 },
  };
}

interface VariableOptions {
  readonly clock: 'real' | 'virtual';
  readonly demo: boolean;
  readonly logLevel?: string;
  /** What a part is told besides. */
  readonly variables?: Partial<Record<OwnPart, Readonly<Record<string, string>>>>;
}

/** What the processes of a stack have around them. */
export interface Surroundings {
  readonly options: VariableOptions;
  readonly ports: ReturnType<typeof portsFrom>;
  readonly database: { readonly url: string; readonly ownerUrl: string };
  readonly bus: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
  readonly url: string;
}

export function serviceVariables(
  name: Service,
  { options, ports, database, bus, secrets, url }: Surroundings,
): Record<string, string> {
  return {
    ...bus,
    ...{ XIBU_PORT: String(ports[name]), XIBU_DATABASE_URL: database.url, XIBU_DATABASE_OWNER_URL: database.ownerUrl },
    ...{ XIBU_TOKEN_PUBLIC_KEY: secrets.tokenPublicKey, XIBU_FIELD_KEYS: secrets.fieldKeys },
    ...{ XIBU_BLIND_INDEX_KEY: secrets.blindIndexKey, XIBU_CLOCK: options.clock, XIBU_PUBLIC_URL: url },
    ...{ XIBU_LOG_LEVEL: options.logLevel ?? 'info' },
    ...own(name, options, ports, secrets),
    ...options.variables?.[name],
  };
}

/** What one service alone is told. */
function own(
  name: Service,
  options: VariableOptions,
  ports: ReturnType<typeof portsFrom>,
  secrets: Secrets,
): Record<string, string> {
  const signing = {
    XIBU_DOCUMENT_PRIVATE_KEY: secrets.documentPrivateKey,
    XIBU_DOCUMENT_PUBLIC_KEY: secrets.documentPublicKey,
  };
  const variables: Partial<Record<Service, Record<string, string>>> = {
    programme: {
      ...{ XIBU_TOKEN_PRIVATE_KEY: secrets.tokenPrivateKey, XIBU_INTERNAL_KEY: secrets.internalKey },
      ...{ XIBU_BOOTSTRAP_KEY: secrets.bootstrapKey, XIBU_DEMO: options.demo ? 'on' : 'off' },
      // Thousands of generated people sign in within minutes; nobody real has a password where time is simulated.
      ...(options.clock === 'virtual' ? { XIBU_PASSWORD_MEMORY_KIB: '64', XIBU_PASSWORD_PASSES: '1' } : {}),
    },
    recruitment: signing,
    assessment: signing,
    notifications: {
      XIBU_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
      XIBU_CAPTURE_SMTP_PORT: String(ports.smtp),
      XIBU_CAPTURE_HTTP_PORT: String(ports.mail),
    },
  };
  return variables[name] ?? {};
}

export function gatewayVariables(
  options: VariableOptions,
  ports: ReturnType<typeof portsFrom>,
  secrets: Secrets,
  url: string,
): Record<string, string> {
  const upstreams = services.map((name) => [`XIBU_${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}`]);
  return {
    ...(Object.fromEntries(upstreams) as Record<string, string>),
    ...{ XIBU_PORT: String(ports.gateway), XIBU_INTERNAL_KEY: secrets.internalKey, XIBU_PUBLIC_URL: url },
    ...{ XIBU_PORTAL_FOLDER: join(root, 'apps', 'portal', 'dist'), XIBU_LOG_LEVEL: options.logLevel ?? 'info' },
    ...options.variables?.gateway,
  };
}
