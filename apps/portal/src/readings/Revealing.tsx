import { useEffect, useId, useState } from 'react';
import { post } from '../api/client.js';
import { Name, useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormBody } from '../ui/FormBody.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { Banner } from '../ui/notices.js';
import { useForm } from '../ui/useForm.js';
import { revealText } from './reveal.text.js';

const shownForMs = 60_000;

interface RevealingProps {
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  readonly path: string;
  /** What was opened, in words. */
  whatIs(values: FieldValues): string;
}

/** Asks why, shows one sealed field for a minute, and keeps it nowhere. */
export function Revealing({ fields, initial, path, whatIs }: RevealingProps) {
  const t = useText(revealText);
  const announce = useAnnounce();
  const [shown, setShown] = useState<{ readonly what: string; readonly value: string } | null>(null);
  const [wasShown, setWasShown] = useState(false);
  const form = useForm(useId(), fields, initial);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), shownForMs);
    return () => clearTimeout(timer);
  }, [shown]);
  const go = async () => {
    const sent = await form.submit((given, keyFor) => post<{ readonly value: string }>(path, given, keyFor(given)));
    if (!sent) return;
    setShown({ what: whatIs(form.values), value: sent.answer.value });
    setWasShown(true);
    form.change({ reason: undefined });
    announce(t.done);
  };
  return (
    <>
      <FormBody form={form} label={t.reveal} go={go} />
      {shown && (
        <Banner tone="warn" title={t.shown(shown.what)}>
          <p className="digest">
            <b>
              <Name>{shown.value}</Name>
            </b>
          </p>
          <div>
            <Button onClick={() => setShown(null)}>{t.hide}</Button>
          </div>
        </Banner>
      )}
      {!shown && wasShown && <p className="quiet">{t.hidden}</p>}
    </>
  );
}
