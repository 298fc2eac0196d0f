import { texts } from '../language/texts.js';

/** What a field says of itself when its content cannot be right. */
export const fieldText = texts(
  {
    missing: (label: string) => `请填写“${label}”`,
    missingChoice: (label: string) => `请选择“${label}”`,
    notCount: (label: string) => `“${label}”应为整数`,
    tooSmall: (label: string, min: number) => `“${label}”不能小于 ${min}`,
    tooLarge: (label: string, max: number) => `“${label}”不能大于 ${max}`,
    notMoney: (label: string) => `“${label}”应为金额，最多两位小数`,
    notEmail: '电子邮箱格式不正确，例如 name@example.com',
    notDate: (label: string) => `“${label}”应为日期`,
    tooLong: (label: string, max: number) => `“${label}”最多 ${max} 个字`,
    yuan: '元',
  },
  {
    missing: (label) => `Fill in "${label}"`,
    missingChoice: (label) => `Choose "${label}"`,
    notCount: (label) => `"${label}" must be a whole number`,
    tooSmall: (label, min) => `"${label}" must not be less than ${min}`,
    tooLarge: (label, max) => `"${label}" must not be more than ${max}`,
    notMoney: (label) => `"${label}" must be an amount with at most two decimals`,
    notEmail: 'This is not an e-mail address; an example is name@example.com',
    notDate: (label) => `"${label}" must be a date`,
    tooLong: (label, max) => `"${label}" has at most ${max} characters`,
    yuan: 'yuan',
  },
);
