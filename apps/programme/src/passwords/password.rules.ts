import { Refusal } from '@xibu/domain';

const longest = 128;
const shortest = 10;
/** Beginnings of what people choose when they do not want to choose. */
const common = ['password', 'qwerty', '12345678', '11111111', 'abc12345', 'xibu12345', 'woaini1314', 'admin'];

/** Long enough, of two kinds of characters, and not the login name or a common one with something behind it. */
export function requireStrong(password: string, loginName: string | null, pointer = '/password'): void {
  const small = password.toLowerCase();
  const kinds = [/[A-Za-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length;
  const weak =
    password.length < shortest ||
    password.length > longest ||
    kinds < 2 ||
    (loginName !== null && small.includes(loginName.toLowerCase())) ||
    common.some((start) => small.startsWith(start) && small.length < start.length + 6) ||
    new Set(small).size < 5;
  if (weak) throw new Refusal('password.weak', { pointer });
}
