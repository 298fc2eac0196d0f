import { TableCursor, TableFault } from '@xibu/documents/strict-tables';
import { parentsFirst } from './forest.rules.js';
import type { FrozenRound } from './frozen-round.js';
import { IdIndex } from './id-index.js';
import { inputColumns, requireOrder } from './round-files.js';

/** Reads `nodes.csv`. Throws a {@link TableFault} for whatever is not a forest in the published form. */
export function readNodes(bytes: Uint8Array): FrozenRound['nodes'] {
  const cursor = new TableCursor('nodes.csv', bytes, inputColumns['nodes.csv']);
  const ids: string[] = [];
  const parentIds: string[] = [];
  const max: number[] = [];
  while (cursor.next()) {
    const id = cursor.id(0);
    requireOrder(cursor.file, cursor.line, 'node_id', ids.at(-1) ?? '', id);
    ids.push(id);
    parentIds.push(cursor.isEmpty(1) ? '' : cursor.id(1));
    max.push(cursor.isEmpty(2) ? Number.POSITIVE_INFINITY : cursor.integer(2));
  }
  const places = new Map(ids.map((id, index) => [id, index]));
  const parent = Int32Array.from(parentIds, (id, index) => {
    const place = id === '' ? -1 : places.get(id);
    if (place === undefined) throw new TableFault('nodes.csv', index + 2, 'parent_id', `there is no node ${id}`);
    return place;
  });
  const order = parentsFirst(parent);
  if ('cycleAt' in order) {
    throw new TableFault('nodes.csv', order.cycleAt + 2, 'parent_id', `node ${ids[order.cycleAt]} is its own ancestor`);
  }
  return { ids, parent, max: Float64Array.from(max), parentsFirst: order };
}

/** Reads `posts.csv`; the specials are those of reassignable posts only. */
export function readPosts(
  bytes: Uint8Array,
  nodes: FrozenRound['nodes'],
): { readonly posts: FrozenRound['posts']; readonly specials: readonly string[] } {
  const cursor = new TableCursor('posts.csv', bytes, inputColumns['posts.csv']);
  const nodeIndex = new IdIndex(nodes.ids);
  const ids: string[] = [];
  const node: number[] = [];
  const capacity: number[] = [];
  const specialNames: (string | null)[] = [];
  while (cursor.next()) {
    const id = cursor.id(0);
    requireOrder(cursor.file, cursor.line, 'post_id', ids.at(-1) ?? '', id);
    ids.push(id);
    const nodeId = cursor.id(1);
    const place = nodeIndex.find(cursor.bytes, cursor.from[1] as number, cursor.to[1] as number);
    if (place < 0) throw cursor.fault(1, `there is no node ${nodeId}`);
    node.push(place);
    const special = cursor.id(2);
    capacity.push(cursor.integer(3));
    specialNames.push(readFlag(cursor, 4) ? special : null);
  }
  const specials = [...new Set(specialNames)].filter((name) => name !== null).sort();
  const places = new Map(specials.map((name, index) => [name, index]));
  return {
    posts: {
      ids,
      node: Int32Array.from(node),
      capacity: Float64Array.from(capacity),
      special: Int32Array.from(specialNames, (name) => (name === null ? -1 : (places.get(name) as number))),
    },
    specials,
  };
}

export function readFlag(cursor: TableCursor, column: number): boolean {
  if (cursor.holds(column, '1')) return true;
  if (cursor.holds(column, '0')) return false;
  throw cursor.fault(column, 'must be 0 or 1');
}
