import { plainYuan } from '@xibu/domain/money';
import { useState } from 'react';
import { useText } from '../language/language.js';
import { Field, FieldGroup, type Tied } from './Field.js';
import { FindField } from './FindField.js';
import { fieldText } from './field.text.js';
import { type FieldSpec, type FieldValue, type FieldValues, readCount, readYuan } from './fields.js';
import { Checkbox, CheckboxChoices, LongText, RadioChoices, Select, TextInput } from './inputs.js';
import { kitText } from './kit.text.js';

interface SpecFieldProps {
  readonly spec: FieldSpec;
  /** Stands before the ids of all fields of one form. */
  readonly form: string;
  readonly value: FieldValue;
  readonly error?: string;
  onChange(changed: FieldValues): void;
  onLeave?(): void;
}

/** Id of the field of a key in a form, which the summary of problems links to. */
export function fieldId(form: string, key: string): string {
  return `${form}-${key}`;
}

/** Draws the field that a FieldSpec tells. */
export function SpecField(props: SpecFieldProps) {
  const { spec, form, error } = props;
  const frame = { id: fieldId(form, spec.key), label: spec.label, hint: spec.hint, error, optional: spec.optional };
  if (spec.kind === 'check') return <CheckField {...props} note={spec.note} id={frame.id} />;
  if (spec.kind === 'one-of' || spec.kind === 'any-of' || spec.kind === 'yes-no') {
    return (
      <FieldGroup {...frame}>
        <Choices {...props} id={frame.id} />
      </FieldGroup>
    );
  }
  return <Field {...frame}>{(tied) => <Control {...props} tied={tied} />}</Field>;
}

function CheckField({
  spec,
  id,
  note,
  value,
  error,
  onChange,
}: SpecFieldProps & { readonly id: string; note?: string }) {
  return (
    <Checkbox
      id={id}
      label={spec.label}
      note={note ?? spec.hint}
      checked={value === true}
      error={error}
      onChange={(checked) => onChange({ [spec.key]: checked })}
    />
  );
}

function Choices({ spec, id, value, onChange }: SpecFieldProps & { readonly id: string }) {
  const t = useText(kitText);
  const set = (next: FieldValue) => onChange({ [spec.key]: next });
  if (spec.kind === 'any-of') {
    return (
      <CheckboxChoices name={id} options={spec.options} value={Array.isArray(value) ? value : []} onChange={set} />
    );
  }
  if (spec.kind === 'yes-no') {
    const options = [
      { value: 'true', label: t.yes },
      { value: 'false', label: t.no },
    ];
    return (
      <RadioChoices
        name={id}
        options={options}
        value={value === undefined ? undefined : String(value)}
        onChange={(chosen) => set(chosen === 'true')}
      />
    );
  }
  if (spec.kind !== 'one-of') return null;
  const pick = (chosen: string) => set(spec.asNumber ? Number(chosen) : chosen);
  return <RadioChoices name={id} options={spec.options} value={asText(value)} onChange={pick} />;
}

function Control({ spec, tied, value, onChange, onLeave }: SpecFieldProps & { readonly tied: Tied }) {
  const set = (next: FieldValue) => onChange({ [spec.key]: next });
  const text = { tied, value: asText(value), onLeave };
  switch (spec.kind) {
    case 'find':
      return <FindField spec={spec} tied={tied} value={value} onChange={onChange} onLeave={onLeave} />;
    case 'choice':
      return (
        <Select
          tied={tied}
          options={spec.options}
          value={asText(value)}
          onChange={(chosen) => set(spec.asNumber && chosen !== '' ? Number(chosen) : chosen)}
        />
      );
    case 'long':
      return <LongText tied={tied} maxLength={spec.maxLength} value={asText(value)} onChange={set} />;
    case 'count':
      return <TextInput {...text} short inputMode="numeric" onChange={(typed) => set(readCount(typed))} />;
    case 'money':
      return <MoneyInput tied={tied} value={value} onChange={set} onLeave={onLeave} />;
    case 'date':
    case 'month':
      return <TextInput {...text} short type={spec.kind} onChange={set} />;
    case 'text':
    case 'tel':
    case 'email':
    case 'password':
      return (
        <TextInput
          {...text}
          type={spec.kind}
          autoComplete={spec.autoComplete ?? 'off'}
          maxLength={spec.maxLength}
          onChange={set}
        />
      );
    default:
      return null;
  }
}

interface MoneyInputProps {
  readonly tied: Tied;
  readonly value: FieldValue;
  onChange(value: FieldValue): void;
  onLeave?(): void;
}

/** What was typed stays as it was typed; the value beside it is in fen. */
function MoneyInput({ tied, value, onChange, onLeave }: MoneyInputProps) {
  const t = useText(fieldText);
  const [typed, setTyped] = useState(() => (typeof value === 'number' ? plainYuan(value) : asText(value)));
  const change = (text: string) => {
    setTyped(text);
    onChange(readYuan(text));
  };
  return (
    <span className="row">
      <TextInput tied={tied} short inputMode="decimal" value={typed} onChange={change} onLeave={onLeave} />
      <span>{t.yuan}</span>
    </span>
  );
}

function asText(value: FieldValue): string {
  return value === undefined ? '' : String(value);
}
