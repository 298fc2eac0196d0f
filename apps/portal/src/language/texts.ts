/** A sentence, or one with values in it. */
type Sentence = string | ((...values: never[]) => string);

export interface TextTable {
  readonly [name: string]: Sentence | TextTable;
}

/** What the other language must say: the same names, and for a sentence with values the same values. */
export type SameWords<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends string
    ? string
    : Table[Name] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameWords<Table[Name]>;
};

export type Language = 'zh' | 'en';

/** Every text of a page in both languages. */
export type Texts<Table> = Readonly<Record<Language, SameWords<Table>>>;

/**
 * The only way for words to get onto a page. English that lacks a name, or has one that Chinese has not, does not
 * compile, and `npm run build` compiles first.
 */
export function texts<const Table extends TextTable>(
  zh: Table & SameWords<NoInfer<Table>>,
  en: SameWords<NoInfer<Table>>,
): Texts<Table> {
  return { zh, en };
}
