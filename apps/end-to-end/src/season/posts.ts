import type { PostLevel, ProjectKind, Special } from '@xibu/domain';
import type { PostFields, QuotaLine } from '@xibu/domain/placement/api';
import type { Unit, World } from './world.js';

/** About four seats for ten applicants, never more than the scale of the notice: 815 national, 1,000 local. */
export function quotaLines(world: World): QuotaLine[] {
  const total = Math.min(1815, Math.max(world.counties.length * 4, Math.round(world.options.applicants * 0.42)));
  const national = Math.min(815, Math.round(total * 0.45));
  const chance = world.chance('quotas');
  const weights = world.counties.map(() => 60 + chance.whole(0, 80));
  return (['national', 'local'] as const).flatMap((projectKind) => {
    const sum = projectKind === 'national' ? national : Math.min(1000, total - national);
    return share(sum, weights).map((max, index): QuotaLine => {
      return { division: world.counties[index] ?? 0, projectKind, special: null, max };
    });
  });
}

/** Whole parts in proportion to the weights, the rest by largest remainder. */
function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((one, other) => one + other, 0);
  const order = exact.map((value, index) => [value - Math.floor(value), index] as const);
  order.sort((one, other) => other[0] - one[0] || one[1] - other[1]);
  for (const [, index] of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

interface Seat {
  readonly projectKind: ProjectKind;
  readonly special: Special;
  readonly level: PostLevel;
}

/**
 * The posts of a county: a little more seats than its quota, and a structure that holds (notice 2.1.3): at least 90 % at
 * township or below (all of them in a new county), at least 25 % rural education, at most 10 % youth work.
 */
export function countyPosts(world: World, county: number, lines: readonly QuotaLine[]): PostFields[] {
  const chance = world.chance('posts', county);
  const isNew = county === world.counties.at(-1);
  const kinds = lines
    .filter(({ division }) => division === county)
    .flatMap(({ projectKind, max }) => Array.from({ length: Math.ceil(max * 1.15) }, () => projectKind ?? 'local'));
  const education = Math.ceil(kinds.length * 0.3);
  const youth = Math.floor(kinds.length * 0.08);
  const atCounty = isNew ? 0 : Math.floor(kinds.length * 0.06);
  const order = chance.some(kinds, kinds.length);
  const seats = order.map((projectKind, index): Seat => {
    const others = ['rural-construction', 'healthy-countryside', 'rural-governance'] as const;
    const special =
      index < education ? 'rural-education' : index < education + youth ? 'youth-work' : chance.pick(others);
    const level = index >= kinds.length - atCounty ? 'county' : chance.happens(0.6) ? 'township' : 'village';
    return { projectKind, special, level };
  });
  return grouped(seats, world.unitsOf(county), (max) => chance.whole(1, max));
}

/** Seats that are alike make posts of one to three seats. */
function grouped(seats: readonly Seat[], units: readonly Unit[], draw: (max: number) => number): PostFields[] {
  const kinds = new Map<string, Seat[]>();
  for (const seat of seats) {
    const key = `${seat.special} ${seat.projectKind} ${seat.level}`;
    kinds.set(key, [...(kinds.get(key) ?? []), seat]);
  }
  const posts: PostFields[] = [];
  for (const key of [...kinds.keys()].sort()) {
    const alike = kinds.get(key) ?? [];
    for (let left = alike.length; left > 0; ) {
      const size = Math.min(left, draw(3));
      left -= size;
      const [seat] = alike;
      if (seat) posts.push(postOf(seat, size, unitFor(seat.special, units, posts.length), posts.length + 1));
    }
  }
  return posts;
}

const titles: Readonly<Record<Special, string>> = {
  'rural-education': '支教教师',
  'rural-construction': '农业技术服务',
  'healthy-countryside': '乡村医疗卫生服务',
  'youth-work': '基层团委工作',
  'rural-governance': '基层社会治理',
  'serve-xinjiang': '服务新疆',
};

function unitFor(special: Special, units: readonly Unit[], at: number): Unit {
  const kind = special === 'rural-education' ? 'school' : special === 'healthy-countryside' ? 'clinic' : 'township';
  const fitting = units.filter((unit) => unit.kind === kind);
  const choice = fitting.length > 0 ? fitting : units;
  const unit = choice[at % choice.length];
  if (!unit) throw new Error('a county without units');
  return unit;
}

function postOf(seat: Seat, seats: number, unit: Unit, number: number): PostFields {
  const boards = number % 3 !== 0;
  return {
    ...{ unit: unit.code, unitName: unit.name, title: `${titles[seat.special]}${number}`, ...seat, seats },
    duties: `在${unit.name}从事${titles[seat.special]}`,
    ...{ providesBoardAndLodging: boards, cashMonthlyFen: boards ? 0 : 60_000 },
    ...{ majors: [], placeTags: seat.level === 'village' ? ['ethnic-area'] : [], acceptsReassigned: true },
  };
}
