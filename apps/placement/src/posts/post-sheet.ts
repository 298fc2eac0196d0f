import type { CellValue, ReadColumn, Say, SheetRow } from '@xibu/documents';
import { namesIn, type PostLevel, projectKindNames, specialNames, specials } from '@xibu/domain';
import { type PlaceTag, type PostFields, type PostView, placeTags } from '@xibu/domain/placement/api';

/** The spreadsheet of posts, as it goes out and comes in: the same headers, words instead of codes. */
const specialWords = namesIn(specialNames, 'zh');
const levelNames: Readonly<Record<PostLevel, string>> = { county: '旗县', township: '苏木乡镇', village: '嘎查村' };
const kindWords = namesIn(projectKindNames, 'zh');
const tagNames: Readonly<Record<PlaceTag, string>> = {
  'national-key-county': '国家乡村振兴重点帮扶县',
  'local-key-county': '当地乡村振兴重点帮扶县',
  'out-of-poverty-county': '脱贫县',
  'relocation-community': '易地扶贫搬迁安置社区',
  'governance-model-village': '乡村治理示范村镇',
  'science-model-village': '乡村振兴科技引领示范村镇',
  'ethnic-area': '民族地区',
  'old-revolutionary-base': '革命老区',
  'border-area': '边疆',
};

const separator = /[、,，;；\s]+/;
const listed = (text: CellValue): string[] =>
  String(text ?? '')
    .split(separator)
    .filter((part) => part !== '');
const keyOf = <Key extends string>(names: Readonly<Record<Key, string>>, text: CellValue): Key | undefined =>
  (Object.keys(names) as Key[]).find((key) => names[key] === text || key === text);

const oneOf =
  (names: Readonly<Record<string, string>>) =>
  (value: CellValue): Say | undefined => {
    if (keyOf(names, value) !== undefined) return undefined;
    const choices = Object.values(names).join('、');
    return { zh: `应为：${choices}`, en: `must be one of: ${Object.keys(names).join(', ')}` };
  };
const longest =
  (most: number) =>
  (value: CellValue): Say | undefined =>
    String(value).length > most ? { zh: `最多${most}个字`, en: `at most ${most} characters` } : undefined;
const between =
  (least: number, most: number) =>
  (value: CellValue): Say | undefined =>
    Number(value) < least || Number(value) > most
      ? { zh: `应在${least}到${most}之间`, en: `must be from ${least} to ${most}` }
      : undefined;
const unitCode = (value: CellValue): Say | undefined =>
  /^[A-Za-z0-9_-]{1,40}$/.test(String(value))
    ? undefined
    : { zh: '只能用字母、数字、-和_，最多40个', en: 'letters, digits, - and _ only, at most 40' };
const knownTags = (value: CellValue): Say | undefined => {
  const unknown = listed(value).find((tag) => keyOf(tagNames, tag) === undefined);
  return unknown === undefined
    ? undefined
    : { zh: `没有这个地点标签：${unknown}`, en: `no such place tag: ${unknown}` };
};
const majorCodes = (value: CellValue): Say | undefined => {
  const wrong = listed(value).find((code) => !/^\d{2,6}[TK]{0,2}$/.test(code));
  return wrong === undefined ? undefined : { zh: `不是专业代码：${wrong}`, en: `not the code of a major: ${wrong}` };
};

export const postColumns: readonly ReadColumn[] = [
  { key: 'unit', header: '服务单位代码', kind: 'text', isRequired: true, check: unitCode },
  { key: 'unitName', header: '服务单位', kind: 'text', isRequired: true, width: 28, check: longest(80) },
  { key: 'title', header: '岗位名称', kind: 'text', isRequired: true, width: 24, check: longest(80) },
  { key: 'special', header: '专项', kind: 'text', isRequired: true, check: oneOf(specialWords) },
  { key: 'level', header: '岗位层级', kind: 'text', isRequired: true, check: oneOf(levelNames) },
  { key: 'seats', header: '人数', kind: 'integer', isRequired: true, check: between(1, 200) },
  { key: 'projectKind', header: '项目类别', kind: 'text', isRequired: true, check: oneOf(kindWords) },
  { key: 'duties', header: '岗位职责', kind: 'text', isRequired: true, width: 40, check: longest(1000) },
  { key: 'providesBoardAndLodging', header: '提供食宿', kind: 'yes-no', isRequired: true },
  { key: 'cashMonthlyFen', header: '每月生活补贴（元）', kind: 'fen', check: between(0, 10_000_000) },
  { key: 'majors', header: '专业代码', kind: 'text', check: majorCodes },
  { key: 'placeTags', header: '地点标签', kind: 'text', width: 28, check: knownTags },
  { key: 'acceptsReassigned', header: '接受调剂', kind: 'yes-no' },
];

/** The columns of an export: what identifies the post, then those of the import. */
export const exportColumns: readonly ReadColumn[] = [
  { key: 'code', header: '岗位编号', kind: 'text', width: 18 },
  { key: 'countyName', header: '旗县', kind: 'text', width: 18 },
  { key: 'status', header: '状态', kind: 'text', width: 18 },
  { key: 'taken', header: '在岗或已录用', kind: 'integer' },
  ...postColumns,
];

/** A row in which nothing was wrong, as the fields of a post. */
export function fieldsOf(values: Readonly<Record<string, CellValue>>): PostFields {
  const text = (key: string): string => String(values[key] ?? '');
  return {
    ...{ unit: text('unit'), unitName: text('unitName'), title: text('title'), duties: text('duties') },
    special: keyOf(specialWords, text('special')) ?? specials[0],
    level: keyOf(levelNames, text('level')) ?? 'county',
    seats: Number(values['seats']),
    projectKind: keyOf(kindWords, text('projectKind')) ?? 'national',
    providesBoardAndLodging: values['providesBoardAndLodging'] === true,
    cashMonthlyFen: Number(values['cashMonthlyFen'] ?? 0),
    majors: listed(text('majors')),
    placeTags: placeTags.filter((tag) => listed(text('placeTags')).some((name) => keyOf(tagNames, name) === tag)),
    acceptsReassigned: values['acceptsReassigned'] !== false,
  };
}

export function sheetRowOf(post: PostView, countyName: string): SheetRow {
  return {
    ...{ code: post.code, countyName, status: post.status, taken: post.taken, unit: post.unit, title: post.title },
    ...{ unitName: post.unitName, seats: post.seats, duties: post.duties, cashMonthlyFen: post.cashMonthlyFen },
    ...{ providesBoardAndLodging: post.providesBoardAndLodging, acceptsReassigned: post.acceptsReassigned },
    special: specialWords[post.special],
    level: levelNames[post.level],
    projectKind: kindWords[post.projectKind],
    majors: post.majors.join('、'),
    placeTags: post.placeTags.map((tag) => tagNames[tag]).join('、'),
  };
}
