import { Name, useLanguage, useText } from '../language/language.js';
import { useNameOf } from './FindField.js';
import type { FieldSpec, FieldValue } from './fields.js';
import { isEmpty } from './fields.js';
import type { Option } from './inputs.js';
import { kitText } from './kit.text.js';
import { sayDay, sayMonth } from './legal-dates.js';
import { Money } from './notices.js';

interface ValueOfProps {
  readonly spec: FieldSpec;
  readonly value: FieldValue;
  /** What is said when there is nothing. */
  readonly none: string;
}

/** An answer as it is read, not as it is typed: names for codes, dates in words. */
export function ValueOf({ spec, value, none }: ValueOfProps) {
  const t = useText(kitText);
  const { language } = useLanguage();
  if (isEmpty(value)) return <span className="quiet">{none}</span>;
  const text = String(value);
  switch (spec.kind) {
    case 'find':
      return <CodeName path={spec.path} code={text} />;
    case 'one-of':
    case 'choice':
      return <OptionName option={spec.options.find((option) => option.value === text)} value={text} />;
    case 'any-of':
      return <>{(Array.isArray(value) ? value : []).map((one) => nameOf(spec.options, one)).join(' · ')}</>;
    case 'yes-no':
    case 'check':
      return value === true ? t.yes : t.no;
    case 'money':
      return <Money fen={Number(value)} />;
    case 'date':
      return sayDay(text, language);
    case 'month':
      return sayMonth(text, language);
    case 'count':
      return text;
    default:
      // What people write themselves is written in Chinese.
      return <Name>{text}</Name>;
  }
}

function nameOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

function OptionName({ option, value }: { readonly option: Option | undefined; readonly value: string }) {
  return option?.isName ? <Name>{option.label}</Name> : (option?.label ?? value);
}

/** The name of a code out of a reference table; the code itself until the name is there. */
export function CodeName({ path, code }: { readonly path: string; readonly code: string }) {
  const name = useNameOf(path, code);
  return <Name>{name ?? code}</Name>;
}
