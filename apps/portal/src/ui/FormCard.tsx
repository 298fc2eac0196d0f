import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { post } from '../api/client.js';
import { useAnnounce } from './Announcer.js';
import { FormBody } from './FormBody.js';
import type { FieldSpec, FieldValues } from './fields.js';
import { Card } from './notices.js';
import { useForm } from './useForm.js';

interface FormCardProps {
  readonly title?: string;
  readonly intro?: ReactNode;
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  readonly path: string;
  body(values: FieldValues): unknown;
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
  onDone?(): void;
}

/** A form that stands on its page: what cannot be right is said at its field, and what was typed stays. */
export function FormCard(props: FormCardProps) {
  const { title, intro, fields, initial, path, body, label, done, onDone } = props;
  const announce = useAnnounce();
  const client = useQueryClient();
  const form = useForm(useId(), fields, initial);
  const go = async () => {
    const sent = await form.submit((given, keyFor) => {
      const content = body(given);
      return post<unknown>(path, content, keyFor(content));
    });
    if (!sent) return;
    announce(done);
    await client.invalidateQueries();
    onDone?.();
  };
  return (
    <Card title={title}>
      <FormBody form={form} intro={intro} label={label} go={go} />
    </Card>
  );
}
