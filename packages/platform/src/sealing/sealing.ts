import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/**
 * Seals single fields (identity number, bank card, health …) with AES-256-GCM. A sealed value reads
 * `keyId.iv.tag.text` in base64url, so that keys can be rotated: the first key seals, every key opens.
 */
export class Sealing {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;

  /** @param fieldKeys `id:base64,id:base64`, 32 bytes each */
  constructor(
    fieldKeys: string,
    private readonly blindIndexKey: string,
  ) {
    const pairs = fieldKeys.split(',').map((pair) => pair.split(':') as [string, string]);
    this.keys = new Map(pairs.map(([id, key]) => [id, Buffer.from(key, 'base64')]));
    for (const [id, key] of this.keys) if (key.length !== 32) throw new Error(`field key ${id} is not 32 bytes long`);
    this.current = pairs[0]?.[0] ?? '';
  }

  seal(text: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(algorithm, this.keyOf(this.current), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [this.current, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the value was changed or its key is gone. */
  open(value: string): string {
    const [id, iv, tag, sealed] = value.split('.');
    if (!id || !iv || !tag || sealed === undefined) throw new Error('not a sealed value');
    const decipher = createDecipheriv(algorithm, this.keyOf(id), Buffer.from(iv, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** The same for the same text, and nothing can be read from it: for look-up and uniqueness. */
  blindIndex(text: string): string {
    return createHmac('sha256', this.blindIndexKey).update(text).digest('base64url');
  }

  private keyOf(id: string): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new Error(`no field key ${id}`);
    return key;
  }
}
