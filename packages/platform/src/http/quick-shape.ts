import { getMetadataStorage } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Instance = Readonly<Record<string, unknown>>;
type Check = (object: Instance, value: unknown) => boolean;

interface Property {
  /** One that says no means that the property is not looked at, for instance because it is absent and may be. */
  readonly conditions: readonly Check[];
  readonly checks: readonly Check[];
}

/** Answers whether an instance of a DTO keeps all its rules; false may also mean that somebody else has to look. */
export type QuickShape = (object: Instance) => boolean;

const known = new Map<object, QuickShape | null>();

/**
 * The rules of a DTO, looked up once. class-validator looks through the rules of every class of the process for each
 * request, which costs more than everything else that happens to a small one. Null where a DTO has a kind of rule that
 * is left to class-validator: nested objects, promises, groups.
 */
export function quickShapeOf(type: new () => object): QuickShape | null {
  const found = known.get(type);
  if (found !== undefined) return found;
  const made = compile(type);
  known.set(type, made);
  return made;
}

function compile(type: new () => object): QuickShape | null {
  const properties = new Map<string, { conditions: Check[]; checks: Check[] }>();
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  if (rules.length === 0) return null;
  for (const rule of rules) {
    const property = properties.get(rule.propertyName) ?? { conditions: [], checks: [] };
    properties.set(rule.propertyName, property);
    const checks = checksOf(rule);
    if (rule.type === 'conditionalValidation') property.conditions.push(rule.constraints[0] as Check);
    else if (!checks) return null;
    else property.checks.push(...checks);
  }
  return (object) => Object.keys(object).every((name) => properties.has(name)) && everyHolds(properties, object);
}

/** Null for a rule that is more than a question about one value, or about each of a list. */
function checksOf(rule: Metadata): Check[] | null {
  const { type, each, groups, context, validateIf, constraintCls, constraints, propertyName: property } = rule;
  if (type !== 'customValidation' || groups?.length || context || validateIf) return null;
  const validators = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (validators.length === 0 || validators.some(({ async }) => async)) return null;
  return validators.map(({ instance }) => (object, value) => {
    const asked = { targetName: object.constructor.name, property, object, value, constraints };
    if (!each || !Array.isArray(value)) return instance.validate(value, asked) === true;
    return value.every((one) => instance.validate(one, asked) === true);
  });
}

function everyHolds(properties: ReadonlyMap<string, Property>, object: Instance): boolean {
  for (const [name, { conditions, checks }] of properties) {
    const value = object[name];
    if (!conditions.every((condition) => condition(object, value))) continue;
    if (!checks.every((check) => check(object, value))) return false;
  }
  return true;
}
