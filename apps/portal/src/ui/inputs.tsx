import type { InputHTMLAttributes } from 'react';
import { useText } from '../language/language.js';
import type { Tied } from './Field.js';
import { kitText } from './kit.text.js';

interface Controlled<Value> {
  readonly tied: Tied;
  readonly value: Value;
  onChange(value: Value): void;
}

type TextKind = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'maxLength'>;

interface TextInputProps extends Controlled<string>, TextKind {
  readonly short?: boolean;
  readonly readOnly?: boolean;
  onLeave?(): void;
}

export function TextInput({ tied, value, onChange, short, onLeave, type = 'text', ...kind }: TextInputProps) {
  return (
    <input
      {...tied}
      {...kind}
      type={type}
      className={short ? 'input short' : 'input'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}

export function LongText({ tied, value, onChange, maxLength }: Controlled<string> & { readonly maxLength?: number }) {
  return (
    <textarea
      {...tied}
      className="input"
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** One possible answer. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** Written in Chinese whatever the language of the page. */
  readonly isName?: boolean;
}

interface SelectProps extends Controlled<string> {
  readonly options: readonly Option[];
  /** What no choice means; "choose" where nothing is said. */
  readonly placeholder?: string;
}

/** The platform's own picker: what a phone does best. */
export function Select({ tied, value, onChange, options, placeholder }: SelectProps) {
  const t = useText(kitText);
  return (
    <select {...tied} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{placeholder ?? t.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.isName ? 'zh-CN' : undefined}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface CheckboxProps {
  readonly id?: string;
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly error?: string;
  onChange(checked: boolean): void;
}

/** One yes-or-no with its sentence. */
export function Checkbox({ id, label, note, checked, error, onChange }: CheckboxProps) {
  return (
    <div className={error ? 'field wrong' : 'field'}>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label className="choice">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          {label}
          {note && <span className="small">{note}</span>}
        </span>
      </label>
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly options: readonly Option[];
}

/** One of a few, all in sight. */
export function RadioChoices({
  name,
  options,
  value,
  onChange,
}: ChoicesProps & { readonly value: string | undefined; onChange(value: string): void }) {
  return (
    <div className="choices">
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

/** Any of several. */
export function CheckboxChoices({
  name,
  options,
  value,
  onChange,
}: ChoicesProps & { readonly value: readonly string[]; onChange(value: readonly string[]): void }) {
  const turn = (one: string) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <div className="choices several">
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="checkbox"
            name={name}
            checked={value.includes(option.value)}
            onChange={() => turn(option.value)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

function OptionText({ option }: { readonly option: Option }) {
  return (
    <span lang={option.isName ? 'zh-CN' : undefined}>
      {option.label}
      {option.note && <span className="small">{option.note}</span>}
    </span>
  );
}
