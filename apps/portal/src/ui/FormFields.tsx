import type { FieldSpec } from './fields.js';
import { ProblemSummary } from './ProblemSummary.js';
import { SpecField } from './SpecField.js';
import type { OpenForm } from './useForm.js';

/** All that is wrong with a form, and its fields below. */
export function FormFields({ form }: { readonly form: OpenForm }) {
  return (
    <>
      <ProblemSummary faults={form.faults} />
      {form.fields.map((spec) => (
        <FormField key={spec.key} form={form} spec={spec} />
      ))}
    </>
  );
}

/** One field of a form that is laid out by hand. */
export function FormField({ form, spec }: { readonly form: OpenForm; readonly spec: FieldSpec }) {
  return (
    <SpecField
      spec={spec}
      form={form.id}
      value={form.values[spec.key]}
      error={form.errors[spec.key]}
      onChange={form.change}
      onLeave={() => form.leave(spec)}
    />
  );
}
