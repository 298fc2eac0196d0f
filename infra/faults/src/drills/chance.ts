import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from '@xibu/local/draws';

/** While nothing happens that anybody would expect. */
export const peace = (draw: Draw) => pause(draw(1_000, 4_000));

export function shuffled<Item>(items: readonly Item[], draw: Draw): Item[] {
  return items
    .map((item) => ({ item, place: draw(0, 1) }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

/** One of them. */
export function oneOf<Item>(items: readonly [Item, ...Item[]], draw: Draw): Item {
  return items[Math.floor(draw(0, items.length))] ?? items[0];
}
