import { formatYuan } from '@xibu/domain/money';
import { specials } from '@xibu/domain/programme-terms';
import { type PreferenceGroups, preferenceCriteria, type RulebookValues } from '@xibu/domain/rulebook';
import type { Language } from '../language/texts.js';
import { sayTerm } from '../office/money-terms.js';
import { usualText } from '../office/usual.text.js';
import { sayDay } from '../ui/legal-dates.js';
import { rulebooksText } from './rulebooks.text.js';

export type Rule = keyof RulebookValues;
export type RuleSection = keyof (typeof rulebooksText)['zh']['sections'];

/** Which rules stand together on a page, in the order of the year. */
export const ruleSections: Readonly<Record<RuleSection, readonly Rule[]>> = {
  scale: [
    ...(['nationalScaleOnPost', 'localNewRecruits', 'specials', 'countySpecials', 'serviceTermYearsMax'] as const),
    ...(['townshipSharePercentMin', 'newCountyTownshipSharePercentMin', 'ruralEducationSharePercentMin'] as const),
    ...(['youthWorkSharePercentMax', 'volunteersPerManagerMax'] as const),
  ],
  selection: [
    ...(['intendedCountiesMax', 'examScoreHundredthsMax', 'qualifyingScoreHundredthsMin'] as const),
    ...(['preferenceGroups', 'volunteeringHoursMin', 'rankedPostsMax', 'publicNoticeDays', 'diplomaBy'] as const),
    'agreementYears',
  ],
  leave: [
    ...(['leaveUnitDaysMax', 'leaveCountyDaysMax', 'leaveEachDaysMax', 'leaveYearDaysMax'] as const),
    ...(['leaveOverdueDaysMax', 'leaveCappedKinds', 'unpaidAbsences'] as const),
  ],
  money: [
    ...(['subsidyDueDay', 'requiredPayComponents', 'boardLodgingCashMonthlyFenMin', 'bankCardCoolingDays'] as const),
    ...(['employerInsuranceSource', 'fundWarningMonths'] as const),
  ],
  insurance: [
    ...(['insuranceDaysBeforeReportIn', 'insuranceDaysAfterLeaving', 'insuranceAccidentFenMin'] as const),
    ...(['insuranceCriticalIllnessFenMin', 'insuranceHospitalFenMin', 'insuranceAccidentMedicalFenMin'] as const),
    'socialInsuranceDay',
  ],
  policy: [
    ...(['monthlyReportDueDay', 'excellentSharePercentMax', 'postgraduateBonusYearsMin'] as const),
    ...(['postgraduateBonusWindowYears', 'freshGraduateWindowYears', 'titleAssessmentYearsMin'] as const),
  ],
};

/** How a rule is written and read, told by its name and by what stands there. */
export type RuleKind =
  | 'money'
  | 'score'
  | 'count'
  | 'date'
  | 'source'
  | 'specials'
  | 'absences'
  | 'components'
  | 'groups';

export function kindOf(rule: Rule): RuleKind {
  if (/Fen(Min|Max)$/.test(rule)) return 'money';
  if (rule.includes('Hundredths')) return 'score';
  switch (rule) {
    case 'specials':
    case 'countySpecials':
      return 'specials';
    case 'leaveCappedKinds':
    case 'unpaidAbsences':
      return 'absences';
    case 'requiredPayComponents':
      return 'components';
    case 'preferenceGroups':
      return 'groups';
    case 'employerInsuranceSource':
      return 'source';
    case 'diplomaBy':
      return 'date';
    default:
      return 'count';
  }
}

/** A value in words: amounts in yuan, scores in points, codes by their names. */
export function sayValue(rule: Rule, values: RulebookValues, language: Language): string {
  const t = rulebooksText[language];
  const value: unknown = values[rule];
  const list = (say: (code: string) => string) =>
    Array.isArray(value) && value.length > 0 ? value.map((code) => say(String(code))).join('、') : t.none;
  switch (kindOf(rule)) {
    case 'money':
      return formatYuan(Number(value));
    case 'score':
      return String(Number(value) / 100);
    case 'date':
      return sayDay(String(value), language);
    case 'source':
      return sayTerm('sources', String(value), language);
    case 'specials':
      return list((code) => usualText[language].specials[code as (typeof specials)[number]] ?? code);
    case 'absences':
      return list((code) => t.absences[code as keyof typeof t.absences] ?? code);
    case 'components':
      return list((code) => sayTerm('components', code, language));
    case 'groups':
      return sayGroups(values.preferenceGroups, language);
    default:
      return String(value);
  }
}

/** One special a line: `乡村教育：专业对口 > 志愿服务经历`. */
export function sayGroups(groups: PreferenceGroups, language: Language): string {
  const { criteria } = rulebooksText[language];
  const names = usualText[language].specials;
  const colon = language === 'zh' ? '：' : ': ';
  return specials
    .filter((special) => special in groups)
    .map((special) => {
      const said = groups[special].map((group) => group.map((one) => criteria[one]).join('、'));
      return `${names[special]}${colon}${said.join(' > ')}`;
    })
    .join('\n');
}

/** The other way round; null where a line is not understood. */
export function readGroups(text: string, language: Language): PreferenceGroups | null {
  const { criteria } = rulebooksText[language];
  const names = usualText[language].specials;
  const pairs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', rest = ''] = line.split(/[：:]/).map((part) => part.trim());
      const special = specials.find((one) => names[one] === name);
      const groups = rest
        .split('>')
        .map((group) =>
          group.split('、').map((word) => preferenceCriteria.find((one) => criteria[one] === word.trim())),
        );
      const known = groups.map((group) => group.filter((one) => one !== undefined));
      const whole = special !== undefined && groups.every((group, index) => group.length === known[index]?.length);
      return whole ? ([special, known] as const) : null;
    });
  const read = new Map(pairs.flatMap((pair) => (pair ? [pair] : [])));
  if (pairs.length !== specials.length || read.size !== specials.length) return null;
  return Object.fromEntries(read) as unknown as PreferenceGroups;
}

/** The rules that differ between two versions. */
export function changedRules(before: RulebookValues, after: RulebookValues): ReadonlySet<Rule> {
  const rules = Object.values(ruleSections).flat();
  return new Set(rules.filter((rule) => JSON.stringify(before[rule]) !== JSON.stringify(after[rule])));
}
