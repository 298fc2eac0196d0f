import { type Permission, permissions } from '@xibu/domain/access';
import { type Role, roles } from '@xibu/domain/roles';
import { pageGroups } from '../src/app/page-groups.js';

/** One address as the router knows it. */
export interface Address {
  readonly path: string;
  readonly needs: Permission | 'signed-in' | undefined;
  /** Where the records that have this page are listed; the address above it where nothing is said. */
  readonly listed?: string;
}

/** Only the office that issued a notice sees who has read it. */
const lists: Readonly<Record<string, string>> = { '/office/notices/:id/receipts': '/office/notices/issued' };

/** Every page that there is: what the router walks, so that none is forgotten. */
export const addresses: readonly Address[] = [
  ...pageGroups.flatMap(({ people = [] }) =>
    people.map(({ path, needs }) => ({ path: `/${path.replace(/^\//, '')}`, needs })),
  ),
  { path: '/office', needs: 'signed-in' },
  ...pageGroups.flatMap(({ offices = [] }) =>
    offices.map(({ path, needs }) => ({ path: `/office/${path}`, needs, listed: lists[`/office/${path}`] })),
  ),
];

/** Who may see an address; null when everybody may. The desk is for offices, whatever else people may read. */
export function rolesOf({ path, needs }: Address): readonly Role[] | null {
  if (needs === undefined) return null;
  const allowed: readonly Role[] = needs === 'signed-in' ? roles : permissions[needs];
  return path.startsWith('/office') ? allowed.filter((role) => role !== 'person') : allowed;
}

/** The page that the router opens for a visited address, `/office/rounds/:id` for `/office/rounds/r-1`; words beat parameters. */
export function pathOf(visited: string): string | undefined {
  const [at = ''] = visited.split('?');
  const parameters = (path: string) => path.split('/:').length;
  const fitting = addresses
    .filter(({ path }) => fits(at, path))
    .sort((one, other) => parameters(one.path) - parameters(other.path));
  return fitting[0]?.path;
}

function fits(at: string, path: string): boolean {
  const steps = path.split('/');
  const given = at.split('/');
  const needed = steps.filter((step) => !step.endsWith('?')).length;
  if (given.length < needed || given.length > steps.length) return false;
  return given.every((step, index) => steps[index] === step || steps[index]?.startsWith(':'));
}
