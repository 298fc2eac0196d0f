import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of fixed size that can be filled to its last byte. */
export interface SmallDisk {
  /** Writes a ballast until nothing more fits; answers how many MiB that took. */
  fill(): number;
  /** Takes the ballast away. */
  clear(): void;
  unmount(): void;
}

const mebibyte = Buffer.alloc(1024 * 1024, 1);
const page = mebibyte.subarray(0, 4096);

/** Mounts a file system in memory of so many MiB over an empty folder. Throws where one may not mount. */
export function mountDisk(folder: string, mebibytes: number, owner: { uid?: number; gid?: number }): SmallDisk {
  mkdirSync(folder, { recursive: true });
  if (!isMounted(folder)) {
    const { uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0 } = owner;
    const options = `size=${mebibytes}m,mode=700,uid=${uid},gid=${gid}`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'xibu', folder], { stdio: 'pipe' });
  }
  const ballast = join(folder, 'ballast');
  return {
    fill: () => fill(ballast),
    clear: () => rmSync(ballast, { force: true }),
    unmount() {
      if (isMounted(folder)) execFileSync('umount', [folder], { stdio: 'pipe' });
    },
  };
}

/** Why no disk of fixed size can be made here; null when it can. */
export function whyNoDisk(): string | null {
  if (process.platform !== 'linux') return 'only Linux has file systems in memory that one may mount';
  if (process.getuid?.() !== 0) return 'only root may mount';
  const capabilities = readFileSync('/proc/self/status', 'utf8').match(/^CapEff:\s*([0-9a-f]+)/m)?.[1] ?? '0';
  const mayAdminister = (BigInt(`0x${capabilities}`) >> 21n) & 1n;
  return mayAdminister === 1n ? null : 'root may not mount here (no CAP_SYS_ADMIN)';
}

function isMounted(folder: string): boolean {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[1] === folder);
}

function fill(ballast: string): number {
  const file = openSync(ballast, 'w');
  let written = 0;
  try {
    for (const piece of [mebibyte, page]) {
      while (fits(file, piece)) written += piece.length;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return Math.round(written / mebibyte.length);
}

function fits(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
