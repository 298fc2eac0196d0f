/** `2023-08-01` as documents write it: 2023年8月1日. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2023-08` as documents write it: 2023年8月. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** From one day to another: 2023年8月1日至2024年7月31日. */
export function periodInWords(from: string, to: string): string {
  return `${dateInWords(from)}至${dateInWords(to)}`;
}

/** A length of service, parts that are nothing left out: 1年11个月, 2年, 16天. */
export function lengthInWords(length: {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}): string {
  const parts = [
    length.years ? `${length.years}年` : '',
    length.months ? `${length.months}个月` : '',
    length.days ? `${length.days}天` : '',
  ];
  return parts.join('') || '0天';
}

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** An amount in the capitals that cannot be altered afterwards: 123450 fen is 壹仟贰佰叁拾肆元伍角整. */
export function fenInCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  if (fen < 0) return `负${fenInCapitals(-fen)}`;
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  const whole = yuan > 0 ? `${integerInCapitals(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`;
  const jiaoText = jiao > 0 ? `${digits[jiao]}角` : whole ? '零' : '';
  return `${whole}${jiaoText}${cent > 0 ? `${digits[cent]}分` : '整'}`;
}

function integerInCapitals(number: number): string {
  const blocks: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 10_000)) blocks.push(rest % 10_000);
  let text = '';
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index] ?? 0;
    if (block === 0) continue;
    const gap = text !== '' && (block < 1000 || (blocks[index + 1] ?? 0) === 0 || (blocks[index + 1] ?? 0) % 10 === 0);
    text += `${gap ? '零' : ''}${blockInCapitals(block)}${groups[index]}`;
  }
  return text;
}

function blockInCapitals(block: number): string {
  let text = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(block / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = text !== '';
      continue;
    }
    text += `${hasGap ? '零' : ''}${digits[digit]}${places[place]}`;
    hasGap = false;
  }
  return text;
}
