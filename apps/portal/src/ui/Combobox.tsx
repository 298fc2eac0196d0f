import { type KeyboardEvent, useState } from 'react';
import { useText } from '../language/language.js';
import type { Tied } from './Field.js';
import type { Option } from './inputs.js';
import { kitText } from './kit.text.js';

interface ComboboxProps {
  readonly tied: Tied;
  /** Name of what is chosen; shown until somebody types. */
  readonly chosen: string;
  /** What matches the text so far; undefined while it is being read. */
  readonly options: readonly Option[] | undefined;
  onType(text: string): void;
  onChoose(option: Option): void;
  onLeave?(): void;
}

/**
 * A text field that offers what it finds while one types (WAI-ARIA combobox with a list). Long tables come a few rows at
 * a time; leaving without choosing keeps what was chosen before.
 */
export function Combobox(props: ComboboxProps) {
  const { tied, chosen, options, onLeave } = props;
  const t = useText(kitText);
  const { typed, at, type, choose, press, close } = useTyping(props);
  const open = typed !== null;
  const listed = open && options !== undefined && options.length > 0;
  const listId = `${tied.id}-list`;
  return (
    <div className="combobox">
      <input
        {...tied}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listed ? listId : undefined}
        aria-activedescendant={listed ? `${listId}-${at}` : undefined}
        value={typed ?? chosen}
        placeholder={t.typeToFind}
        onChange={(event) => type(event.target.value)}
        onClick={() => !open && type('')}
        onKeyDown={press}
        onBlur={() => {
          close();
          onLeave?.();
        }}
      />
      {open && (
        <p className="found" role="status">
          {said(options, t)}
        </p>
      )}
      {listed && <OptionList id={listId} label={t.typeToFind} rows={options} at={at} onChoose={choose} />}
    </div>
  );
}

/** What is typed, which row the arrow keys stand on, and what the keys do. */
function useTyping({ options = [], onType, onChoose }: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const close = () => setTyped(null);
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    onType(text);
  };
  const choose = (option: Option | undefined) => {
    if (option) onChoose(option);
    close();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: options.length - 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (typed === null) type('');
      else if (options.length > 0) setAt((at + step) % options.length);
    } else if (event.key === 'Enter' && typed !== null) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
  };
  return { typed, at: Math.min(at, Math.max(0, options.length - 1)), type, choose, press, close };
}

function said(options: readonly Option[] | undefined, t: (typeof kitText)['zh']): string {
  if (options === undefined) return t.loading;
  return options.length > 0 ? t.found(options.length) : t.foundNothing;
}

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Option[];
  readonly at: number;
  onChoose(option: Option): void;
}

function OptionList({ id, label, rows, at, onChoose }: OptionListProps) {
  return (
    <div id={id} role="listbox" aria-label={label} tabIndex={-1}>
      {rows.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          ref={index === at ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
          // Before the field loses focus, which would close the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span lang="zh-CN">{option.label}</span>
          {option.note && (
            <span className="small" lang="zh-CN">
              {' '}
              {option.note}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
