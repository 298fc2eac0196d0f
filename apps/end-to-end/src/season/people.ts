import { addDays, type LegalDate, makeIdentityNumber, type Special } from '@xibu/domain';
import type { ApplicationForm } from '@xibu/domain/recruitment/api';
import { majors, priorityFor, retiredDivisions, universities } from '@xibu/reference';
import { Chance } from './chance.js';

/** A generated person: nobody real. The identity number stands in a division that no longer exists, with an order
 * code that is given to nobody (996-999). */
export interface Person {
  /** Position in the season; the name by which digests know this person. */
  readonly index: number;
  readonly loginName: string;
  readonly password: string;
  readonly form: ApplicationForm;
  readonly counties: readonly number[];
  /** How well the person would do in the exam, in hundredths. */
  readonly scoreHundredths: number;
  readonly bankCard: string;
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [...'思宇欣怡浩然子涵雨萱博文佳慧志远晓彤嘉豪梦洁俊杰诗雅明轩若曦天佑静宜'];
const mongolian = [
  '苏日娜',
  '巴特尔',
  '娜仁托娅',
  '阿拉坦',
  '其其格',
  '呼和',
  '乌云',
  '萨仁',
  '格日勒',
  '敖登',
  '那日苏',
  '通拉嘎',
];
const specials: readonly Special[] = [
  'rural-education',
  'rural-construction',
  'healthy-countryside',
  'youth-work',
  'rural-governance',
];
/** More applicants come from schools of the region itself and its neighbours. */
const nearProvinces = new Set(['150000', '150000', '220000', '230000', '130000', '140000', '610000']);

export interface Crowd {
  readonly seed: string;
  readonly size: number;
  readonly counties: readonly number[];
  /** How many universities take part. */
  readonly universities: number;
}

/** The universities of a season: real ones from the ministry's list, more of them near. */
export function universitiesOf({ seed, universities: count }: Crowd): string[] {
  const chance = Chance.of(seed, 'universities');
  const listed = universities().filter(
    ({ status, moeCode, level }) => status === 'listed' && moeCode !== null && level === '本科',
  );
  const near = chance.some(
    listed.filter(({ provinceCode }) => nearProvinces.has(provinceCode)),
    Math.ceil(count * 0.7),
  );
  const far = chance.some(
    listed.filter(({ provinceCode }) => !nearProvinces.has(provinceCode)),
    count - near.length,
  );
  return [...near, ...far].map(({ id }) => id);
}

export const faculties = ['文学院', '理学院', '农学院', '医学院', '教育学院', '公共管理学院'] as const;

export function personOf(crowd: Crowd, schools: readonly string[], index: number): Person {
  const chance = Chance.of(crowd.seed, 'person', index);
  const sex = chance.whole(1, 2);
  const name = chance.happens(0.25)
    ? `${chance.pick(mongolian)}·${chance.pick(mongolian)}`
    : `${chance.pick(surnames)}${chance.pick(given)}${chance.pick(given)}`;
  const major = chance.pick(majors().filter(({ level, name: title }) => level === 'major' && title !== ''));
  const special = chance.pick(specials);
  const form: ApplicationForm = {
    ...{ name, identityNumber: identityOf(index, sex), ethnicGroup: name.includes('·') ? '02' : '01' },
    ...{ politicalStatus: chance.pick(['01', '03', '03', '13']), nativePlace: chance.pick(crowd.counties) },
    ...{ mobile: `199${String(10000000 + index).padStart(8, '0')}`, email: `person${index}@example.org` },
    ...{
      emergencyName: `${chance.pick(surnames)}${chance.pick(given)}`,
      emergencyMobile: `198${String(10000000 + index).padStart(8, '0')}`,
    },
    ...{
      university: chance.pick(schools),
      faculty: chance.pick(faculties),
      majorCode: major.code,
      majorName: major.name,
    },
    ...{
      isTeacherTraining: chance.happens(0.3),
      education: '21',
      degree: '4',
      category: chance.happens(0.9) ? 'fresh-graduate' : 'postgraduate',
    },
    ...{ graduatesOn: '2023-06-30', volunteerHours: chance.happens(0.6) ? chance.whole(20, 400) : 0 },
    ...{
      studentLeaderPosts: chance.happens(0.3) ? '班级团支部书记' : '',
      skills: '',
      awards: '',
      hasWorkExperience: chance.happens(0.1),
    },
    ...{
      preferredProvince: 150000,
      specials: [special],
      termYears: chance.whole(1, 3),
      acceptsReassignment: chance.happens(0.7),
    },
  };
  return {
    ...{ index, loginName: `person${String(index).padStart(5, '0')}`, password: `Season-${index}-2023`, form },
    counties: chance.some(crowd.counties, chance.whole(1, 4)),
    scoreHundredths: chance.whole(4000, 9800),
    bankCard: cardOf(index),
  };
}

/** Whether a major is one that a special prefers; the simulator's offices look it up like a person would. */
export { priorityFor };

function identityOf(index: number, sex: number): string {
  const places = retiredDivisions().map(({ code }) => code);
  const place = places[index % places.length] ?? '150101';
  const birth = addDays('1999-09-01' as LegalDate, Math.floor(index / places.length) * 7 + (index % 300));
  // Odd orders are men's, even ones women's.
  return makeIdentityNumber(place, birth, sex === 1 ? 997 : 998);
}

/** A card number with a right check digit under a prefix that no bank issues. */
export function cardOf(index: number): string {
  const body = `000000${String(index).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
