import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '@xibu/local/stack';
import { type Bench, CannotRunHere } from '../../bench.js';

const built = join(root, 'apps', 'portal', 'dist');
/** What somebody who is signed in gets at the address of the form. */
const form = join('outlines', 'mine', 'sign-up', 'person.zh.html');
const most = 200;

/** Every script that a browser must have before it can show the form: what its page names, and what that imports. */
export function scriptsOfTheForm(folder: string): string[] {
  const page = readFileSync(join(folder, form), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file = '']) => file);
  const known = new Set<string>();
  const follow = (file: string): void => {
    if (known.has(file)) return;
    known.add(file);
    for (const next of importedBy(folder, file)) follow(next);
  };
  for (const file of named) follow(file);
  if (!named.some((file) => file.startsWith('SignUpPage-')))
    throw new Error('the page does not name the form’s script');
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
    if (!existsSync(join(built, form))) throw new CannotRunHere('the portal is not built: npm run build');
    return {
      async round() {
        const bytes = scriptsOfTheForm(built).reduce((sum, file) => sum + gzipSync(textOf(built, file)).length, 0);
        return { ours: bytes / 1_000, floor: most };
      },
      end: async () => undefined,
    };
  },
};
