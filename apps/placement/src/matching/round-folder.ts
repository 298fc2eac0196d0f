import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TableFault } from '@xibu/documents/strict-tables';
import { type InputFile, type InputFiles, inputFiles, type ResultFiles, resultFiles } from './round-files.js';
import { type RoundHeader, readHeader, writeHeader } from './round-json.js';

/** Reads the input tables and `round.json` of a published round. Throws a {@link TableFault} for a file it cannot read. */
export async function readInputFolder(folder: string): Promise<{ header: RoundHeader; files: InputFiles }> {
  const header = readHeader(await read(folder, 'round.json'));
  const entries: [InputFile, Uint8Array][] = [];
  for (const name of inputFiles) entries.push([name, await read(folder, name)]);
  return { header, files: Object.fromEntries(entries) as InputFiles };
}

/** Writes what a run adds to a round; `round.json` comes last, so a folder that has it is whole. */
export async function writeResultFolder(folder: string, header: RoundHeader, files: ResultFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of resultFiles) await writeFile(join(folder, name), files[name]);
  await writeFile(join(folder, 'round.json'), writeHeader(header));
}

async function read(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
    throw new TableFault(name, 0, '', `${reason} in ${folder}`);
  }
}
