import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '@xibu/local/stack';
import { type Bench, CannotRunHere } from '../../bench.js';

const built = join(root, 'apps', 'portal', 'dist');
const most = 200;

/** Every script that a browser must have before it can show the form: what the page names, what that imports, and the form. */
export function scriptsOfTheForm(folder: string): string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const entry = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file = '']) => file);
  const known = new Set<string>();
  const follow = (file: string): void => {
    if (known.has(file)) return;
    known.add(file);
    for (const next of importedBy(folder, file)) follow(next);
  };
  for (const file of entry) follow(file);
  // The route of the form is fetched as soon as the address is known, whatever else its branch would need.
  const lazy = entry.flatMap((file) => [
    ...textOf(folder, file).matchAll(/["'`](?:\.\/|assets\/)(SignUpPage-[\w-]+\.js)/g),
  ]);
  const form = lazy[0]?.[1];
  if (!form) throw new Error('no script of the portal names the page of the form');
  follow(form);
  return [...known];
}

/** What a script cannot run without; a dynamic import waits until somebody goes there. */
function importedBy(folder: string, file: string): string[] {
  return [...textOf(folder, file).matchAll(/(?:^|[;}\s])(?:import|export)[^;"'`(]*["'`]\.\/([\w-]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

const textOf = (folder: string, file: string): string => readFileSync(join(folder, 'assets', file), 'utf8');

export const initialScript: Bench = {
  name: 'initial-script',
  goal: 'G8.3',
  what: 'script of the first load of the applicant’s form, compressed with gzip',
  floor: '200 kB',
  unit: 'kB',
  target: { most: 1 },
  async prepare() {
    if (!existsSync(join(built, 'index.html'))) throw new CannotRunHere('the portal is not built: npm run build');
    return {
      async round() {
        const bytes = scriptsOfTheForm(built).reduce((sum, file) => sum + gzipSync(textOf(built, file)).length, 0);
        return { ours: bytes / 1_000, floor: most };
      },
      end: async () => undefined,
    };
  },
};
