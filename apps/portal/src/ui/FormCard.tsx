import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { post } from '../api/client.js';
import { useAnnounce } from './Announcer.js';
import { Button } from './Button.js';
import type { FieldSpec, FieldValues } from './fields.js';
import { Card } from './notices.js';
import { ProblemSummary } from './ProblemSummary.js';
import { SpecField } from './SpecField.js';
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
  const form = useId();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { values, errors, faults, busy, change, leave, submit } = useForm(form, fields, initial);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await submit((given, keyFor) => {
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
      <form className="stack" onSubmit={(event) => void go(event)} noValidate>
        {intro}
        <ProblemSummary faults={faults} />
        {fields.map((spec) => (
          <SpecField
            key={spec.key}
            spec={spec}
            form={form}
            value={values[spec.key]}
            error={errors[spec.key]}
            onChange={change}
            onLeave={() => leave(spec)}
          />
        ))}
        <div>
          <Button tone="go" type="submit" busy={busy}>
            {label}
          </Button>
        </div>
      </form>
    </Card>
  );
}
