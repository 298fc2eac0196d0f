import { Sealing } from '@xibu/platform';
import { testPublicKey } from '@xibu/platform/testing';

interface Urls {
  readonly url: string;
  readonly ownerUrl: string;
}

const fieldKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const blindIndexKey = 'a key for benches that indexes identity numbers blindly';

/** Seals as a service does that was told {@link variablesOf}. */
export const sealing = new Sealing(fieldKeys, blindIndexKey);

/** What a service is told that runs on databases of the bench, on the embedded bus, in the middle of sign-up. */
export function variablesOf(own: Urls, bus: Urls): Record<string, string> {
  return {
    ...{ XIBU_PORT: '0', XIBU_DATABASE_URL: own.url, XIBU_DATABASE_OWNER_URL: own.ownerUrl, XIBU_BUS: 'embedded' },
    ...{ XIBU_BUS_URL: bus.ownerUrl, XIBU_TOKEN_PUBLIC_KEY: testPublicKey, XIBU_LOG_LEVEL: 'warn', XIBU_DOCS: 'off' },
    ...{ XIBU_FIELD_KEYS: fieldKeys, XIBU_BLIND_INDEX_KEY: blindIndexKey, XIBU_PUBLIC_URL: 'http://localhost:4000' },
    ...{ XIBU_CLOCK: 'virtual', XIBU_CLOCK_START: '2023-05-01T09:00:00+08:00' },
  };
}
