import type { Actor } from '@xibu/domain/access';
import type { DemoAccount } from '@xibu/domain/programme/api';
import { useState } from 'react';
import { Name, useText } from '../language/language.js';
import { roleText } from '../session/roles.text.js';
import { useSession } from '../session/session.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { Card } from '../ui/notices.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { accountText } from './accounts.text.js';

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  onSignedIn(actor: Actor): void;
}

/** In a demonstration: everybody one can be, one click each. */
export function DemoAccounts({ accounts, onSignedIn }: DemoAccountsProps) {
  const t = useText(accountText);
  const people = accounts.filter(({ role }) => role === 'person');
  const offices = accounts.filter(({ role }) => role !== 'person');
  return (
    <Card title={t.demoTitle}>
      <p className="quiet">{t.demoText}</p>
      {people.length > 0 && <DemoGroup title={t.demoGroupPeople} accounts={people} onSignedIn={onSignedIn} />}
      {offices.length > 0 && <DemoGroup title={t.demoGroupOffices} accounts={offices} onSignedIn={onSignedIn} />}
    </Card>
  );
}

function DemoGroup({ title, accounts, onSignedIn }: DemoAccountsProps & { readonly title: string }) {
  const t = useText(accountText);
  const say = useSayProblem();
  const roles = useText(roleText);
  const { signIn } = useSession();
  const announce = useAnnounce();
  const [entering, setEntering] = useState<string | null>(null);
  const enter = async ({ name, password }: DemoAccount) => {
    setEntering(name);
    try {
      onSignedIn(await signIn({ name, password }));
    } catch (error) {
      announce(say(error));
      setEntering(null);
    }
  };
  return (
    <section className="stack">
      <h3>{title}</h3>
      <ul className="stack demo">
        {accounts.map((account) => (
          <li key={account.name}>
            <span>
              {roles[account.role]}
              {account.officeName && (
                <span className="small">
                  <Name>{account.officeName}</Name>
                </span>
              )}
            </span>
            <Button busy={entering === account.name} onClick={() => void enter(account)}>
              {t.demoEnter(account.name)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
