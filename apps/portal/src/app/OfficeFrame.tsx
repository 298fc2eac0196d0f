import { type FormEvent, useState } from 'react';
import { Link, Outlet, useNavigate, useNavigation } from 'react-router';
import { Name, useText } from '../language/language.js';
import { OfficeTheme } from '../office/OfficeTheme.js';
import { roleText } from '../session/roles.text.js';
import { useSeason } from '../session/season.js';
import { useActor, useSession } from '../session/session.js';
import { Button } from '../ui/Button.js';
import { Dialog } from '../ui/Dialog.js';
import { kitText } from '../ui/kit.text.js';
import { frameText } from './frame.text.js';
import { Gate } from './Gate.js';
import { AccountMenu, ConnectionNotice, LanguageSwitch } from './HeaderControls.js';
import { NoRightPage } from './NoRightPage.js';
import { OfficeRail } from './OfficeRail.js';
import { officeRail } from './office-rail.js';
import '../styles/office.css';

/** The desk: rail, header with search and who one is, and the page. */
export function OfficeFrame() {
  return (
    <Gate needs="signed-in">
      <OfficeTheme>
        <Desk />
      </OfficeTheme>
    </Gate>
  );
}

function Desk() {
  const t = useText(frameText);
  const actor = useActor();
  const moving = useNavigation().state === 'loading';
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <DeskHeader />
      <div className="rail">
        <OfficeRail />
      </div>
      <main id="content" tabIndex={-1} aria-busy={moving}>
        <ConnectionNotice />
        {actor.roles.some((role) => role !== 'person') ? <Outlet /> : <NoRightPage />}
      </main>
    </div>
  );
}

function DeskHeader() {
  const t = useText(frameText);
  const kit = useText(kitText);
  const [open, setOpen] = useState(false);
  return (
    <header className="bar">
      <span className="bar-menu">
        <Button tone="link" onClick={() => setOpen(true)}>
          {t.menu}
        </Button>
      </span>
      <Link className="brand" to="/office">
        {t.programme}
      </Link>
      <DeskSearch />
      <WhoAmI />
      <span className="bar-right">
        <LanguageSwitch />
        <AccountMenu />
      </span>
      {open && (
        <Dialog title={t.menu} onClose={() => setOpen(false)}>
          <div className="rail-inside">
            <OfficeRail onGo={() => setOpen(false)} />
          </div>
          <Button onClick={() => setOpen(false)}>{kit.close}</Button>
        </Dialog>
      )}
    </header>
  );
}

/** Role, office and season, on every page. */
function WhoAmI() {
  const t = useText(frameText);
  const roles = useText(roleText);
  const actor = useActor();
  const { season } = useSeason();
  return (
    <p className="who small">
      <Name>{actor.officeName ?? actor.name}</Name>
      {' · '}
      {actor.roles.map((role) => roles[role]).join(' · ')}
      {' · '}
      {season ? <Name>{season.name}</Name> : t.noSeason}
    </p>
  );
}

/** Finds by name, number or code in the first register that this role may search; the service keeps to its scope. */
function DeskSearch() {
  const t = useText(frameText);
  const { may } = useSession();
  const navigate = useNavigate();
  const register = officeRail.find(({ search, needs }) => search && may(needs));
  if (!register) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('q');
    void navigate(`${register.to}?${new URLSearchParams({ q: String(asked ?? '').trim() })}`);
  };
  return (
    <search className="find">
      <form onSubmit={submit}>
        <label>
          <span className="unseen">{t.find}</span>
          <input className="input" type="search" name="q" placeholder={t.findHint} />
        </label>
      </form>
    </search>
  );
}
