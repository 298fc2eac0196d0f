import type { SessionRow } from '@xibu/domain/programme/api';
import type { Page } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Tag } from '../ui/notices.js';
import { ReadPart } from '../ui/ReadPart.js';
import { StepButton } from '../ui/StepButton.js';
import { deviceIn } from './device.js';
import { ownAccountText } from './own-account.text.js';

const path = '/api/programme/sessions';

/** Where one is signed in right now, each to be ended. */
export function SessionsCard() {
  const t = useText(ownAccountText);
  return (
    <ReadPart<Page<SessionRow>>
      title={t.sessions}
      path={`${path}?limit=50`}
      absent={t.noSessions}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.sessionsText}</p>
          <ul className="stack">
            {rows.map((row) => (
              <Session key={row.id} row={row} />
            ))}
          </ul>
          {rows.some(({ isCurrent }) => !isCurrent) && <EndOthers />}
        </>
      )}
    </ReadPart>
  );
}

function Session({ row }: { readonly row: SessionRow }) {
  const t = useText(ownAccountText);
  const { language } = useLanguage();
  const device = deviceIn(row.device) ?? t.unknownDevice;
  return (
    <li className="row spread">
      <div>
        {device} {row.isCurrent && <Tag tone="ok">{t.thisDevice}</Tag>}
        <p className="small">
          {t.lastUsed(sayInstant(row.lastUsedAt, language))}
          {row.address && ` · ${t.address(row.address)}`}
        </p>
      </div>
      {!row.isCurrent && (
        <StepButton
          subject={row}
          step={{
            ...{ key: 'end', tone: 'no', label: t.end, question: t.endOf(device), done: t.ended },
            ...{ path: ({ id }) => `${path}/${id}/end`, body: () => ({}) },
          }}
        />
      )}
    </li>
  );
}

function EndOthers() {
  const t = useText(ownAccountText);
  return (
    <div>
      <StepButton
        subject={null}
        step={{
          ...{ key: 'others', tone: 'no', label: t.endOthers, question: t.endOthers, done: t.othersEnded },
          ...{ path: () => `${path}/end-others`, body: () => ({}) },
        }}
      />
    </div>
  );
}
