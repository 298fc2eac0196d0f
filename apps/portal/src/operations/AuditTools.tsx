import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../api/client.js';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Banner } from '../ui/notices.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { servicesOfSystem } from './OperationsPage.js';
import { operationsText } from './operations.text.js';

/** Every service keeps a trail of its own. */
export function AuditServices() {
  const t = useText(operationsText);
  return (
    <nav className="row" aria-label={t.service}>
      {servicesOfSystem.map((name) => (
        <Link key={name} to={`/office/audit/${name}`}>
          {t.services[name]}
        </Link>
      ))}
    </nav>
  );
}

interface Verdict {
  readonly intact: boolean;
  readonly linked: number;
  readonly waiting: number;
  readonly broken?: { readonly seq: number; readonly reason: string };
}

/** Recomputes the whole chain and says what came out. */
export function VerifyChain({ service }: { readonly service: string }) {
  const t = useText(operationsText);
  const say = useSayProblem();
  const verify = useMutation({ mutationFn: () => get<Verdict>(`/api/${encodeURIComponent(service)}/audit/verify`) });
  return (
    <div className="stack">
      <div>
        <Button busy={verify.isPending} onClick={() => verify.mutate()}>
          {t.verify}
        </Button>
      </div>
      {verify.error && <Banner tone="bad" title={say(verify.error)} />}
      {verify.data && (
        <Banner
          tone={verify.data.intact ? 'ok' : 'bad'}
          title={
            verify.data.intact
              ? t.intact(verify.data.linked, verify.data.waiting)
              : t.broken(verify.data.broken?.seq ?? 0)
          }
        />
      )}
    </div>
  );
}
