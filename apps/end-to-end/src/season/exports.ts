import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.js';

/** Writes every published round as the files that anybody may download. */
export async function exportRounds(world: World, folder: string): Promise<void> {
  for (const { id, name, files } of world.rounds) {
    const place = join(folder, name);
    mkdirSync(place, { recursive: true });
    for (const file of files) {
      writeFileSync(join(place, file), await world.visitor.text(`/api/placement/rounds/${id}/files/${file}`));
    }
  }
}
