/** A line of progress, and who it is about. */
export function say(who: string, sentence: string): void {
  process.stdout.write(`${who.padEnd(10)} ${sentence}\n`);
}
