import { type ReactNode, useId } from 'react';
import { useText } from '../language/language.js';
import { kitText } from './kit.text.js';

/** What ties a control to its label, hint and error. */
export interface Tied {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

interface FieldProps {
  /** Stable, so that the summary of problems can link to it; made up when nothing links there. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly optional?: boolean;
}

/** A label, a control, and what is to be said about it. */
export function Field(props: FieldProps & { readonly children: (tied: Tied) => ReactNode }) {
  const t = useText(kitText);
  const made = useId();
  const id = props.id ?? made;
  const tied = tie(id, props);
  return (
    <div className={props.error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {props.label}
        {props.optional && <span className="optional"> · {t.optional}</span>}
      </label>
      <Said id={id} {...props} />
      {props.children(tied)}
    </div>
  );
}

/** The same for several controls that answer one question together. */
export function FieldGroup(props: FieldProps & { readonly children: ReactNode }) {
  const t = useText(kitText);
  const made = useId();
  const id = props.id ?? made;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={props.error ? 'field wrong' : 'field'}
      aria-describedby={tie(id, props)['aria-describedby']}
    >
      <legend>
        {props.label}
        {props.optional && <span className="optional"> · {t.optional}</span>}
      </legend>
      <Said id={id} {...props} />
      {props.children}
    </fieldset>
  );
}

function tie(id: string, { hint, error, optional }: FieldProps): Tied {
  const said = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': said || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
  };
}

function Said({ id, hint, error }: FieldProps & { readonly id: string }) {
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
