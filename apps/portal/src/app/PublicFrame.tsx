import type { ReactNode } from 'react';
import { Link, Outlet, useNavigation } from 'react-router';
import { Name, useText } from '../language/language.js';
import { useSeason } from '../session/season.js';
import { frameText } from './frame.text.js';
import { AccountMenu, ConnectionNotice, LanguageSwitch } from './HeaderControls.js';
import { PublicLinks } from './PublicLinks.js';

/** The frame of people: one column, the name of the programme, language and account. */
export function PublicFrame({ children }: { readonly children?: ReactNode }) {
  const t = useText(frameText);
  const { season } = useSeason();
  const moving = useNavigation().state === 'loading';
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="top">
        <div className="inside">
          <Link className="brand" to="/">
            {t.programme}
            {season?.regionName && (
              <span className="place">
                {' · '}
                <Name>{season.regionName}</Name>
              </span>
            )}
          </Link>
          <div className="right">
            <LanguageSwitch />
            <AccountMenu />
          </div>
        </div>
      </header>
      <ConnectionNotice />
      <main id="content" tabIndex={-1} aria-busy={moving}>
        {children ?? <Outlet />}
      </main>
      <footer className="bottom">
        <PublicLinks />
        <p>{t.footer}</p>
      </footer>
    </div>
  );
}
