import type { FactLogs, Told } from './fact-logs.js';

/** Something that must hold of every fact, whatever broke. One sentence for each violation. */
export interface FactChecker {
  readonly name: string;
  check(logs: FactLogs): string[];
}

const publishedIsMore: FactChecker = {
  name: 'whatever was committed was published',
  check({ committed, published }) {
    const there = new Set(published.map(({ id }) => id));
    return committed
      .filter(({ id }) => !there.has(id))
      .map(({ id, type, key }) => `${type} ${id} of ${key} was committed and is not on the bus`);
  },
};

const publishedInOrder: FactChecker = {
  name: 'per key, facts were published in the order in which they were committed',
  check({ committed, published }) {
    const own = new Set(committed.map(({ id }) => id));
    // What came from outside has no place in the order of a service; what came twice counts where it came first.
    const lanes = byLane(firsts(published).filter(({ id }) => own.has(id)));
    const wrong: string[] = [];
    for (const [lane, told] of byLane(committed)) {
      const seen = lanes.get(lane) ?? [];
      const at = seen.findIndex(({ id }, position) => id !== told[position]?.id);
      if (at >= 0) wrong.push(`${lane}: ${seen[at]?.type} ${seen[at]?.id} came as number ${at + 1} of its key`);
    }
    return wrong;
  },
};

const appliedOnce: FactChecker = {
  name: 'each consumer has dealt once with each fact it hears, and with nothing else',
  check({ published, applied, uses }) {
    const types = new Map(published.map(({ id, type }) => [id, type]));
    const wrong: string[] = [];
    for (const [service, settled] of applied) {
      const times = new Map<string, number>();
      for (const { id } of settled) times.set(id, (times.get(id) ?? 0) + 1);
      const heard = new Set(uses.filter(({ consumers }) => consumers.includes(service)).map(({ type }) => type));
      for (const [id, type] of types) {
        if (heard.has(type) && times.get(id) !== 1)
          wrong.push(`${service} dealt ${times.get(id) ?? 0} times with ${type} ${id}`);
      }
      for (const id of times.keys()) if (!types.has(id)) wrong.push(`${service} dealt with ${id}, which nobody told`);
    }
    return wrong;
  },
};

const appliedInOrder: FactChecker = {
  name: 'per key, each consumer has applied the facts in their order and without a gap',
  check({ published, applied, uses }) {
    const wrong: string[] = [];
    for (const [service, settled] of applied) {
      const at = new Map(settled.map(({ id, at }) => [id, at]));
      const heard = new Set(uses.filter(({ consumers }) => consumers.includes(service)).map(({ type }) => type));
      for (const [lane, told] of byLane(firsts(published).filter(({ type }) => heard.has(type)))) {
        wrong.push(...outOfOrder(told, at).map((sentence) => `${service}, ${lane}: ${sentence}`));
      }
    }
    return wrong;
  },
};

function outOfOrder(told: readonly Told[], at: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = [];
  let last = '';
  let missing: Told | null = null;
  for (const fact of told) {
    const when = at.get(fact.id);
    if (when === undefined) missing ??= fact;
    else if (missing) wrong.push(`${fact.type} ${fact.id} was applied, and ${missing.id} before it was not`);
    else if (when < last) wrong.push(`${fact.type} ${fact.id} was applied before its predecessor`);
    if (when !== undefined && when > last) last = when;
  }
  return wrong;
}

function firsts(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function byLane(told: readonly Told[]): Map<string, Told[]> {
  const lanes = new Map<string, Told[]>();
  for (const fact of told) {
    const lane = `${fact.topic} ${fact.key}`;
    const known = lanes.get(lane);
    if (known) known.push(fact);
    else lanes.set(lane, [fact]);
  }
  return lanes;
}

export const factCheckers: readonly FactChecker[] = [publishedIsMore, publishedInOrder, appliedOnce, appliedInOrder];
