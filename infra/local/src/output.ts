const colours = [36, 33, 35, 32, 34, 31, 96, 93, 95];
const width = 14;
const seen = new Map<string, number>();

/** One readable line of one process, with its name in front. */
export function say(who: string, line: string): void {
  if (!seen.has(who)) seen.set(who, colours[seen.size % colours.length] ?? 37);
  const name = who.padEnd(width);
  process.stdout.write(
    process.stdout.isTTY ? `\u001b[${seen.get(who)}m${name}\u001b[0m ${line}\n` : `${name} ${line}\n`,
  );
}

const levels: Readonly<Record<number, string>> = { 10: '…', 20: '·', 30: ' ', 40: '!', 50: '✗', 60: '✗' };

/** A pino line as people read it; any other line as it is. */
export function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return line;
    throw error;
  }
  const { level, time, pid: _pid, hostname: _host, service: _service, msg, err, ...rest } = entry;
  const at = new Date(Number(time)).toTimeString().slice(0, 8);
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  const fault = typeof err === 'object' && err !== null && 'stack' in err ? `\n${String(err.stack)}` : '';
  return `${at} ${levels[Number(level)] ?? ' '} ${String(msg ?? '')}${more}${fault}`;
}
