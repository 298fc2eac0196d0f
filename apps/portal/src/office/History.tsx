import { Name, useLanguage } from '../language/language.js';
import { sayInstant } from '../ui/legal-dates.js';

/** Something that happened to a record, in words. */
export interface HistoryItem {
  readonly at: string;
  readonly what: string;
  /** Who did it; a name. */
  readonly by?: string;
  /** What they wrote. */
  readonly why?: string;
}

/** What has happened, the newest first. */
export function History({ items }: { readonly items: readonly HistoryItem[] }) {
  const { language } = useLanguage();
  const newestFirst = [...items].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
  return (
    <ol className="history">
      {newestFirst.map(({ at, what, by, why }) => (
        <li key={`${at} ${what}`}>
          <span className="quiet">{sayInstant(at, language)}</span>
          <span>
            {by && (
              <>
                <Name>{by}</Name>{' '}
              </>
            )}
            {what}
            {why && (
              <span className="quote" lang="zh-CN">
                {'：“'}
                {why}
                {'”'}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
