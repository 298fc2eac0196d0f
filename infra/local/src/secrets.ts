import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys of one local installation, made at its first start and kept beside its data. */
export interface Secrets {
  readonly tokenPrivateKey: string;
  readonly tokenPublicKey: string;
  readonly documentPrivateKey: string;
  readonly documentPublicKey: string;
  readonly fieldKeys: string;
  readonly blindIndexKey: string;
  readonly internalKey: string;
  readonly bootstrapKey: string;
}

export function secretsOf(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const [token, document] = [keyPair(), keyPair()];
  const secrets: Secrets = {
    ...{ tokenPrivateKey: token.privateKey, tokenPublicKey: token.publicKey },
    ...{ documentPrivateKey: document.privateKey, documentPublicKey: document.publicKey },
    fieldKeys: `k1:${randomBytes(32).toString('base64')}`,
    // Anonymous codes and so the lottery come from it: a season with the same seed must give the same result anywhere.
    blindIndexKey: 'local installation: index of sealed fields',
    ...{ internalKey: randomBytes(32).toString('hex'), bootstrapKey: randomBytes(32).toString('hex') },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function keyPair(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const jwk = (key: typeof privateKey): string => JSON.stringify(key.export({ format: 'jwk' }));
  return { privateKey: jwk(privateKey), publicKey: jwk(publicKey) };
}
