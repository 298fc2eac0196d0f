/** What somebody typed, for `like`: `%` and `_` have no other meaning to people. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
