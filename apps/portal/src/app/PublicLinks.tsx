import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { frameText } from './frame.text.js';

const pages = [
  ['/posts', 'posts'],
  ['/results', 'results'],
  ['/public-notices', 'publicNotices'],
  ['/official-notices', 'officialNotices'],
  ['/certificates', 'certificates'],
  ['/contacts', 'contacts'],
] as const;

/** What everybody may read, from every page of the phone frame. */
export function PublicLinks() {
  const t = useText(frameText);
  return (
    <nav className="row public-links" aria-label={t.publicPages}>
      {pages.map(([to, name]) => (
        <Link key={to} to={to}>
          {t[name]}
        </Link>
      ))}
    </nav>
  );
}
