import { isLegalDate, Refusal, type Rulebook, type RulebookValues, specials } from '@xibu/domain';

/**
 * Every number is there, can be, and has its clause. `like` is a complete rulebook: what it names must be named, and what
 * it does not name nobody decides by.
 */
export function requireComplete(
  given: { readonly values: unknown; readonly clauses: unknown },
  like: Pick<Rulebook, 'values'>,
): asserts given is Pick<Rulebook, 'values' | 'clauses'> {
  const [values, clauses] = [fieldsOf(given.values), fieldsOf(given.clauses)];
  const wanted = Object.entries(like.values);
  const odd =
    wanted.find(([name]) => !(name in values))?.[0] ?? Object.keys(values).find((name) => !(name in like.values));
  if (odd) throw new Refusal('rulebook.number-missing', { pointer: `/values/${odd}`, name: odd });
  for (const [name, example] of wanted) {
    if (!isPossible(name, values[name], example)) {
      throw new Refusal('rulebook.number-invalid', { pointer: `/values/${name}`, name });
    }
    const clause = clauses[name];
    if (typeof clause !== 'string' || clause.trim() === '') {
      throw new Refusal('rulebook.clause-missing', { pointer: `/clauses/${name}`, name });
    }
  }
  const { countySpecials, specials: all } = given.values as RulebookValues;
  if (countySpecials.some((special) => !all.includes(special))) {
    throw new Refusal('rulebook.number-invalid', { pointer: '/values/countySpecials', name: 'countySpecials' });
  }
}

/** Of the kind that the complete rulebook has in this place; numbers whole and not below nothing, shares up to 100. */
function isPossible(name: string, value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) return isList(name, value, example);
  if (typeof example === 'number') {
    const most = name.includes('Percent') ? 100 : Number.MAX_SAFE_INTEGER;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most;
  }
  if (typeof example === 'string') {
    return typeof value === 'string' && value.trim() !== '' && (!isLegalDate(example) || isLegalDate(value));
  }
  if (typeof example !== 'object' || example === null) return typeof value === typeof example;
  const [parts, wanted] = [fieldsOf(value), fieldsOf(example)];
  return (
    Object.keys(parts).every((part) => part in wanted) &&
    Object.entries(wanted).every(([part, inner]) => part in parts && isPossible(part, parts[part], inner))
  );
}

function isList(name: string, value: unknown, example: readonly unknown[]): boolean {
  if (!Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size < value.length) return false;
  if (/specials$/i.test(name)) return value.length > 0 && value.every((item) => specials.includes(item));
  return example.length === 0 || value.every((item) => isPossible(name, item, example[0]));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
