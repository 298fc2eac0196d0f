import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useActionKey } from '../api/action-key.js';
import { post } from '../api/client.js';
import { problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormDialog } from '../ui/FormDialog.js';
import type { FieldValues } from '../ui/fields.js';
import { Checkbox } from '../ui/inputs.js';
import { kitText } from '../ui/kit.text.js';
import { officeText } from './office.text.js';
import type { Decision, ReviewDefinition } from './ReviewPane.js';
import { useShortcuts } from './useShortcuts.js';

interface DecisionBarProps<Row, Content> {
  readonly review: ReviewDefinition<Row, Content>;
  readonly record: Content;
  onNext(): void;
  onPrevious(): void;
  onDecided(): void;
}

/** What can be decided about the record in sight, by button or by key, and then the next one. */
export function DecisionBar<Row, Content>(props: DecisionBarProps<Row, Content>) {
  const { review, record, onNext, onPrevious } = props;
  const t = useText(officeText);
  const deciding = useDeciding(props);
  const { decisions, precondition } = review;
  const shortcuts = useShortcuts({
    j: onNext,
    k: onPrevious,
    ...Object.fromEntries(decisions.map((decision) => [decision.shortcut, () => deciding.begin(decision)])),
  });
  const hint = (key: string) => (shortcuts.on ? t.onKey(key.toUpperCase()) : '');
  return (
    <section className="decisions" aria-label={t.next}>
      <label className="row small shortcuts" title={t.shortcutsHint}>
        <input type="checkbox" className="tick" checked={shortcuts.on} onChange={shortcuts.turn} />
        {t.shortcuts}
      </label>
      {precondition && (
        <Checkbox
          id={precondition.key}
          label={precondition.label}
          checked={deciding.ticked}
          error={deciding.fault ?? undefined}
          onChange={deciding.tick}
        />
      )}
      <div className="row choices-of-decision">
        {decisions.map((decision) => (
          <Button
            key={decision.key}
            tone={decision.tone}
            busy={deciding.busy === decision.key}
            onClick={() => deciding.begin(decision)}
          >
            {decision.label}
            {hint(decision.shortcut)}
          </Button>
        ))}
      </div>
      {deciding.asked && (
        <FormDialog
          title={deciding.asked.question ?? deciding.asked.label}
          fields={deciding.asked.fields ?? []}
          label={deciding.asked.label}
          tone={deciding.asked.tone}
          send={(values, keyFor) => deciding.send(deciding.asked, values, keyFor)}
          onDone={() => void deciding.finish(deciding.asked)}
          onClose={deciding.drop}
        />
      )}
      <span className="unseen">{review.titleOf(record)}</span>
    </section>
  );
}

function useDeciding<Row, Content>({ review, record, onDecided }: DecisionBarProps<Row, Content>) {
  const t = useText(officeText);
  const kit = useText(kitText);
  const announce = useAnnounce();
  const client = useQueryClient();
  const key = useActionKey();
  const [asked, ask] = useState<Decision<Content> | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [ticked, setTicked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { precondition } = review;
  const send = async (decision: Decision<Content> | null, values: FieldValues, keyFor: (body: unknown) => string) => {
    if (!decision) return;
    const body = decision.body({ ...values, ...(precondition && { [precondition.key]: ticked }) });
    await post(decision.path(record), body, keyFor(body));
  };
  const finish = async (decision: Decision<Content> | null) => {
    ask(null);
    if (decision) announce(t.decisionDone(decision.done, review.titleOf(record)));
    onDecided();
    await client.invalidateQueries();
  };
  const doAtOnce = async (decision: Decision<Content>) => {
    setBusy(decision.key);
    try {
      await send(decision, {}, (body) => key.for(body));
      key.done();
      await finish(decision);
    } catch (error) {
      announce(problemOf(error).detail || kit.faultText);
    } finally {
      setBusy(null);
    }
  };
  const begin = (decision: Decision<Content>) => {
    if (busy || asked) return;
    if (precondition?.for.includes(decision.key) && !ticked) {
      setFault(precondition.missing);
      document.getElementById(precondition.key)?.focus();
    } else if (decision.question) ask(decision);
    else void doAtOnce(decision);
  };
  const tick = (on: boolean) => {
    setTicked(on);
    setFault(null);
  };
  return { asked, busy, ticked, fault, tick, begin, send, finish, drop: () => ask(null) };
}
