import type { SaveRulebookRequest } from '@xibu/domain/programme/api';
import { specials } from '@xibu/domain/programme-terms';
import type { RulebookValues } from '@xibu/domain/rulebook';
import type { Language } from '../language/texts.js';
import { termOptions } from '../office/money-terms.js';
import { optionsOf } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import type { FieldSpec, FieldValue, FieldValues } from '../ui/fields.js';
import { ruleNames } from './rule-names.text.js';
import { kindOf, type Rule, readGroups, ruleSections, sayGroups } from './rule-values.js';
import { rulebooksText } from './rulebooks.text.js';

export const allRules: readonly Rule[] = Object.values(ruleSections).flat();

/** Keys as the service names them when it says no: `/values/subsidyDueDay`. */
export const valueKey = (rule: Rule) => `values/${rule}`;
export const clauseKey = (rule: Rule) => `clauses/${rule}`;

/** The field of one number. */
export function valueField(rule: Rule, language: Language): FieldSpec {
  const t = rulebooksText[language];
  const frame = { key: valueKey(rule), label: ruleNames[language][rule] };
  switch (kindOf(rule)) {
    case 'money':
      return { ...frame, kind: 'money' };
    case 'score':
      return { ...frame, kind: 'count', hint: t.score, max: 1000 };
    case 'date':
      return { ...frame, kind: 'date' };
    case 'source':
      return { ...frame, kind: 'choice', options: termOptions('sources', language) };
    case 'specials':
      return { ...frame, kind: 'any-of', options: optionsOf(usualText[language].specials, specials) };
    case 'absences':
      return { ...frame, kind: 'any-of', optional: true, options: optionsOf(t.absences) };
    case 'components':
      return { ...frame, kind: 'any-of', options: termOptions('components', language) };
    case 'groups':
      return {
        ...{ ...frame, kind: 'long', hint: t.groupsHint },
        check: (value) => (readGroups(String(value), language) ? null : t.groupsWrong),
      };
    default:
      return { ...frame, kind: 'count', max: rule.includes('Percent') ? 100 : undefined };
  }
}

export function clauseField(rule: Rule, language: Language): FieldSpec {
  const label = `${ruleNames[language][rule]} · ${rulebooksText[language].clause}`;
  return { key: clauseKey(rule), label, kind: 'text', maxLength: 200 };
}

/** A version as the fields show it. */
export function fieldsFrom({ validFrom, values, clauses }: SaveRulebookRequest, language: Language): FieldValues {
  return {
    validFrom,
    ...Object.fromEntries(allRules.map((rule) => [valueKey(rule), shown(rule, values, language)])),
    ...Object.fromEntries(allRules.map((rule) => [clauseKey(rule), clauses[rule]])),
  };
}

/** The other way round: what is sent. */
export function requestFrom(fields: FieldValues, language: Language): SaveRulebookRequest {
  const values = Object.fromEntries(allRules.map((rule) => [rule, read(rule, fields[valueKey(rule)], language)]));
  const clauses = Object.fromEntries(allRules.map((rule) => [rule, fields[clauseKey(rule)]]));
  const { validFrom } = fields;
  return { validFrom, values, clauses } as unknown as SaveRulebookRequest;
}

function shown(rule: Rule, values: RulebookValues, language: Language): FieldValue {
  if (kindOf(rule) === 'groups') return sayGroups(values.preferenceGroups, language);
  const value: unknown = values[rule];
  if (kindOf(rule) === 'score') return Number(value) / 100;
  return value as FieldValue;
}

function read(rule: Rule, value: FieldValue, language: Language): unknown {
  if (kindOf(rule) === 'groups') return readGroups(String(value), language);
  if (kindOf(rule) === 'score') return Math.round(Number(value) * 100);
  return value ?? (kindOf(rule) === 'absences' ? [] : value);
}
