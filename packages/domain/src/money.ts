/** Money is a whole number of fen (1 yuan = 100 fen); a `number` holds 90 trillion yuan exactly. */
export type Fen = number;

/** `¥1,234.50`, as pages and documents write an amount. */
export function formatYuan(fen: Fen): string {
  const sign = fen < 0 ? '-' : '';
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** `1234.50`, as bank files write an amount. */
export function plainYuan(fen: Fen): string {
  return `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}
