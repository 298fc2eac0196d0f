import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { post } from '../api/client.js';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { FormBody } from '../ui/FormBody.js';
import type { FieldSpec, FieldValues } from '../ui/fields.js';
import { Banner, Card } from '../ui/notices.js';
import { useForm } from '../ui/useForm.js';
import { PasteRows, usePastedRows } from './PasteRows.js';
import { pasteText } from './paste.text.js';
import type { SheetColumn, SheetRow } from './sheet-rows.js';

interface PasteFormProps<Answer> {
  readonly title: string;
  readonly intro: ReactNode;
  /** Asked once for all rows. */
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  readonly columns: readonly SheetColumn[];
  /** Keeps what was pasted on this device under this name until it is sent; never for personal data. */
  readonly keptAs?: string;
  readonly path: string;
  body(rows: readonly SheetRow[], values: FieldValues): unknown;
  readonly label: string;
  done(count: number): string;
  onDone?(answer: Answer): void;
}

/** Many rows with a few facts that hold for all of them: all take effect, or none and the reason is said. */
export function PasteForm<Answer>(props: PasteFormProps<Answer>) {
  const { title, intro, fields, initial, columns, keptAs, path, body, label, done, onDone } = props;
  const t = useText(pasteText);
  const announce = useAnnounce();
  const client = useQueryClient();
  const pasted = usePastedRows(columns, keptAs);
  const [fault, setFault] = useState<string | null>(null);
  const form = useForm(useId(), fields, initial);
  const go = async () => {
    const { rows, faults: wrong } = pasted.sheet;
    setFault(rows.length === 0 ? t.none : wrong.length > 0 ? t.wrong(wrong.length) : null);
    if (rows.length === 0 || wrong.length > 0) return;
    const sent = await form.submit((given, keyFor) => {
      const content = body(rows, given);
      return post<Answer>(path, content, keyFor(content));
    });
    if (!sent) return;
    pasted.setText('');
    announce(done(rows.length));
    await client.invalidateQueries();
    onDone?.(sent.answer);
  };
  return (
    <Card title={title}>
      <FormBody form={form} intro={<p className="quiet readable">{intro}</p>} label={label} go={go}>
        <PasteRows pasted={pasted} />
        {fault && <Banner tone="bad" title={fault} />}
      </FormBody>
    </Card>
  );
}
