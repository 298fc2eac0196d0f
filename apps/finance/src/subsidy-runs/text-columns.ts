type Value = string | number | boolean | null | undefined;

/**
 * A column for `unnest`, its values as the lines of one text: the driver quotes the values of an array one by one, which
 * takes longer than computing them. For numbers, flags, codes and JSON, none of which holds a line end or is empty;
 * nothing is an empty line.
 */
export function textColumn(values: readonly Value[]): string {
  return values.join('\n');
}

/** The array that a {@link textColumn} stands for, in SQL. */
export function arrayOf(parameter: number, type: 'text' | 'int' | 'bigint' | 'boolean' | 'jsonb'): string {
  return `string_to_array($${parameter}, E'\\n', '')::${type}[]`;
}
