import { formatYuan } from '@xibu/domain';
import type { PaySlipView } from '@xibu/domain/finance/api';

const components: Readonly<Record<string, string>> = {
  living: '工作生活补贴',
  hardship: '艰苦边远地区津贴',
  'board-lodging': '食宿补贴',
  transport: '交通补贴',
  incentive: '考核奖励',
};
const schemes: Readonly<Record<string, string>> = {
  pension: '养老保险',
  medical: '医疗保险',
  unemployment: '失业保险',
  'work-injury': '工伤保险',
};

/** One amount with the sentence that explains it, as the form prints it; a deduction is positive too. */
export interface PaySlipLine {
  readonly name: string;
  readonly basis: string;
  readonly fen: number;
}

export interface SlipLines {
  readonly earnings: readonly PaySlipLine[];
  readonly deductions: readonly PaySlipLine[];
  readonly employerParts: readonly PaySlipLine[];
}

/** The lines of the printed slip. What is paid for earlier months stands apart; together they come to the net. */
export function linesOfSlip(slip: PaySlipView): SlipLines {
  const earnings: PaySlipLine[] = [];
  const deductions: PaySlipLine[] = [];
  const add = (line: PaySlipLine): void => {
    if (line.fen > 0) earnings.push(line);
    else if (line.fen < 0) deductions.push({ ...line, fen: -line.fen });
  };
  const own = slip.amounts.filter(({ component }) => !component.startsWith(employer));
  for (const { month, component, fen } of own) {
    const isPast = month !== slip.month;
    const name = `${nameOf(component)}${isPast ? '差额' : ''}`;
    const basis = isPast ? `${month.slice(0, 4)}年${Number(month.slice(5))}月更正` : basisOf(slip, component);
    add({ name, basis, fen: component.startsWith(personal) ? -fen : fen });
  }
  add({ name: '上期结转扣回', basis: '以前月份多发部分', fen: -(slip.carryInFen ?? 0) });
  add({ name: '结转下期扣回', basis: '本月不足扣回部分', fen: slip.carryOutFen ?? 0 });
  const employerParts = (slip.insurance?.schemes ?? [])
    .filter(({ employerFen }) => employerFen > 0)
    .map(({ scheme, baseFen, employerFen, employerPpm }) => ({
      name: `${schemes[scheme] ?? scheme}（单位）`,
      basis: `缴费基数${formatYuan(baseFen)}×${percent(employerPpm)}`,
      fen: employerFen,
    }));
  return { earnings, deductions, employerParts };
}

const [personal, employer] = ['si-personal:', 'si-employer:'];

function basisOf({ components: made, insurance }: PaySlipView, component: string): string {
  const scheme = insurance?.schemes.find((each) => component === `${personal}${each.scheme}`);
  if (scheme) return `缴费基数${formatYuan(scheme.baseFen)}×${percent(scheme.personalPpm)}`;
  const segments = made.find((each) => each.component === component)?.segments ?? [];
  return segments.map(({ monthlyFen, days }) => `每月${formatYuan(monthlyFen)}，${days}天`).join('；');
}

function nameOf(component: string): string {
  const [kind, scheme = ''] = component.split(':');
  if (`${kind}:` === personal) return `${schemes[scheme] ?? scheme}（个人）`;
  return components[component] ?? component;
}

/** 80,000 parts per million as 8%. */
function percent(ppm: number): string {
  return `${String(ppm / 10_000)}%`;
}
