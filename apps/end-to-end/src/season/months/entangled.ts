/**
 * Counties between which somebody has moved, together, in their order, the largest group first; every other county by
 * itself. One release changes what the other run has to take off, so that within a group they follow one another.
 */
export function entangled(counties: readonly number[], moves: readonly (readonly [number, number])[]): number[][] {
  const groups = new Map(counties.map((county) => [county, [county]]));
  for (const [from, to] of moves) {
    const [one, other] = [groups.get(from) ?? [from], groups.get(to) ?? [to]];
    if (one === other) continue;
    const both = [...one, ...other].sort((left, right) => left - right);
    for (const county of both) groups.set(county, both);
  }
  return [...new Set(groups.values())].sort((left, right) => right.length - left.length);
}
