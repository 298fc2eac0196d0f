/**
 * Names as the household register writes them: Chinese characters, rare ones included, and the middle dot U+00B7
 * inside the names of several peoples (阿依古丽·买买提). Many keyboards write another dot; it is put right, not refused.
 */
export type PersonNameReading =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: PersonNameFault; readonly character?: string };

/** `characters`: holds one that is no Chinese character (named). `dot`: a dot at the edge, or two together. */
export type PersonNameFault = 'empty' | 'characters' | 'dot' | 'length';

/** Each reason in words for the person who typed the name; `{character}` is the one found. */
export const personNameFaults: Readonly<Record<PersonNameFault, { readonly zh: string; readonly en: string }>> = {
  empty: { zh: '请填写姓名', en: 'The name is missing' },
  characters: {
    zh: '姓名中不能有“{character}”，请按身份证填写',
    en: 'The name holds "{character}"; write it as on the identity card',
  },
  dot: { zh: '间隔号应在两段名字之间', en: 'The middle dot stands between two parts of a name' },
  length: { zh: '姓名应为2至50个字', en: 'A name has 2 to 50 characters' },
};

/** What input methods give for the middle dot: bullet, hyphenation point, operators, katakana dots, full stops. */
const otherDots = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65\uFF0E.]/gu;

export function readPersonName(text: string): PersonNameReading {
  const name = text
    .normalize('NFC')
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(otherDots, '·');
  if (name === '') return { ok: false, reason: 'empty' };
  const foreign = [...name].find((character) => character !== '·' && !/^\p{Script=Han}$/u.test(character));
  if (foreign) return { ok: false, reason: 'characters', character: foreign };
  if (/^·|··|·$/u.test(name)) return { ok: false, reason: 'dot' };
  const length = [...name].length;
  return length < 2 || length > 50 ? { ok: false, reason: 'length' } : { ok: true, name };
}

const surnamesOfTwo = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/**
 * For public lists: the surname and stars (李明 → 李*, 李小明 → 李**, 欧阳明 → 欧阳*). Of a name with a middle dot only
 * the first character stays. Never more than two stars, so that the length of a long name does not tell who it is.
 */
export function maskName(name: string): string {
  const characters = [...name];
  if (name.includes('·')) return `${characters[0]}**`;
  const surname = characters.length > 2 && surnamesOfTwo.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const hidden = characters.length - surname;
  return characters.slice(0, surname).join('') + '*'.repeat(Math.min(2, Math.max(1, hidden)));
}
