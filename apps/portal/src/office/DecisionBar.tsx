import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.js';
import { usePost } from '../api/usePost.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { FormDialog } from '../ui/FormDialog.js';
import type { FieldValues } from '../ui/fields.js';
import { Checkbox } from '../ui/inputs.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { officeText } from './office.text.js';
import type { Decision, ReviewDefinition } from './review-definition.js';
import { type useShortcutSwitch, useShortcuts } from './useShortcuts.js';

interface DecisionBarProps<Row, Content> {
  readonly review: ReviewDefinition<Row, Content>;
  readonly record: Content;
  readonly shortcuts: ReturnType<typeof useShortcutSwitch>;
  onDecided(): void;
}

/** What can be decided about the record in sight, by button or by key, and then the next one. */
export function DecisionBar<Row, Content>(props: DecisionBarProps<Row, Content>) {
  const { review, shortcuts } = props;
  const t = useText(officeText);
  const deciding = useDeciding(props);
  const { decisions, precondition } = review;
  useShortcuts(
    shortcuts.on,
    Object.fromEntries(decisions.map((decision) => [decision.shortcut, () => void deciding.begin(decision)])),
  );
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
            busy={deciding.busy && !decision.question}
            onClick={() => void deciding.begin(decision)}
          >
            {decision.label}
            {shortcuts.on && <span className="key-hint">{t.onKey(decision.shortcut.toUpperCase())}</span>}
          </Button>
        ))}
      </div>
      {deciding.asked && <DecisionDialog decision={deciding.asked} deciding={deciding} />}
    </section>
  );
}

interface DecisionDialogProps<Content> {
  readonly decision: Decision<Content>;
  readonly deciding: Pick<ReturnType<typeof useDeciding<unknown, Content>>, 'sendWith' | 'finish' | 'drop'>;
}

function DecisionDialog<Content>({ decision, deciding }: DecisionDialogProps<Content>) {
  return (
    <FormDialog
      title={decision.question ?? decision.label}
      fields={decision.fields ?? []}
      label={decision.doLabel ?? decision.label}
      tone={decision.tone}
      send={(values, keyFor) => deciding.sendWith(decision, values, keyFor)}
      onDone={() => void deciding.finish(decision)}
      onClose={deciding.drop}
    />
  );
}

function useDeciding<Row, Content>({ review, record, onDecided }: DecisionBarProps<Row, Content>) {
  const t = useText(officeText);
  const say = useSayProblem();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { send, busy } = usePost();
  const [asked, ask] = useState<Decision<Content> | null>(null);
  const [ticked, setTicked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { precondition } = review;
  const bodyOf = (decision: Decision<Content>, values: FieldValues) =>
    decision.body({ ...values, ...(precondition && { [precondition.key]: ticked }) });
  const sendWith = async (decision: Decision<Content>, values: FieldValues, keyFor: (body: unknown) => string) => {
    const body = bodyOf(decision, values);
    await post(decision.path(record), body, keyFor(body));
  };
  const finish = async (decision: Decision<Content>) => {
    ask(null);
    announce(t.decisionDone(decision.done, review.titleOf(record)));
    onDecided();
    await client.invalidateQueries();
  };
  const begin = async (decision: Decision<Content>) => {
    if (busy || asked) return;
    if (precondition?.for.includes(decision.key) && !ticked) {
      setFault(precondition.missing);
      document.getElementById(precondition.key)?.focus();
      return;
    }
    if (decision.question) {
      ask(decision);
      return;
    }
    try {
      await send(decision.path(record), bodyOf(decision, {}));
      await finish(decision);
    } catch (error) {
      announce(say(error));
    }
  };
  const tick = (on: boolean) => {
    setTicked(on);
    setFault(null);
  };
  return { asked, busy, ticked, fault, tick, begin, sendWith, finish, drop: () => ask(null) };
}
