import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { type Encoding, isCompressible } from '../forwarding/compressed.js';
import { GatewayConfig } from '../gateway.config.js';
import type { Language } from './outlines.rules.js';

const types: Readonly<Record<string, string>> = {
  ...{
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
  },
  ...{ '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg' },
  ...{ '.ico': 'image/x-icon', '.webp': 'image/webp', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8' },
  ...{
    '.webmanifest': 'application/manifest+json',
    '.map': 'application/json; charset=utf-8',
    '.pdf': 'application/pdf',
  },
};

export interface PortalFile {
  readonly type: string;
  readonly etag: string;
  /** Named by its content: what is under this name never changes. */
  readonly isForever: boolean;
  bytes(encoding: Encoding | null): Promise<{ readonly content: Buffer; readonly encoding: Encoding | null }>;
}

/** Pages that are sent in place of the first one, and are no addresses of their own. */
const outlines = 'outlines';
const noSuchFile = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

interface Kept {
  readonly changedMs: number;
  readonly file: PortalFile;
}

/** The built portal, read once and kept in memory with its compressed forms: it is a few megabytes. */
@Injectable()
export class PortalFiles {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly config: GatewayConfig) {}

  /**
   * The file of an address, or the page that every address of the portal begins with; null when there is neither. With a
   * language that page holds the outline of its address, where one was drawn when the portal was built.
   */
  async find(address: string, outlineIn: Language | null): Promise<PortalFile | null> {
    const { portalFolder } = this.config;
    const path = pathOf(address);
    if (!portalFolder || path?.startsWith(`${outlines}/`)) return null;
    const found = path ? await this.read(portalFolder, path) : null;
    // Dots alone make no file: the address that a QR code names ends with a signed token.
    if (found || (path && extname(path) in types)) return found;
    const outline = path && outlineIn ? await this.read(portalFolder, `${outlines}/${path}.${outlineIn}.html`) : null;
    return outline ?? this.read(portalFolder, 'index.html');
  }

  private async read(folder: string, path: string): Promise<PortalFile | null> {
    const full = join(folder, path);
    const about = await stat(full).catch((error: NodeJS.ErrnoException) => {
      if (noSuchFile.has(error.code ?? '')) return null;
      throw error;
    });
    if (!about?.isFile()) return null;
    const kept = this.kept.get(path);
    if (kept?.changedMs === about.mtimeMs) return kept.file;
    const file = fileOf(path, await readFile(full));
    this.kept.set(path, { changedMs: about.mtimeMs, file });
    return file;
  }
}

/** The path inside the folder; null for an address that has none, or that would lead out of it. */
function pathOf(address: string): string | null {
  const plain = address.split('?')[0] ?? '';
  if (!/^\/[\w./@%+-]*$/.test(plain) || /%(?![0-9a-f]{2})/i.test(plain)) return null;
  const path = normalize(decodeURIComponent(plain)).slice(1);
  const isInside = path !== '' && !path.includes('\0') && !path.split(sep).includes('..') && !path.startsWith(sep);
  return isInside && !path.split(sep).some((part) => part.startsWith('.')) ? path : null;
}

function fileOf(path: string, content: Buffer): PortalFile {
  const type = types[extname(path)] ?? 'application/octet-stream';
  const encoded: Partial<Record<Encoding, Promise<Buffer>>> = {};
  return {
    type,
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    isForever: path.startsWith('assets/'),
    async bytes(encoding) {
      if (!encoding || !isCompressible(type) || content.length < 1024) return { content, encoding: null };
      encoded[encoding] ??= encoding === 'br' ? promisify(brotliCompress)(content) : promisify(gzip)(content);
      return { content: await encoded[encoding], encoding };
    },
  };
}
