import { useState } from 'react';
import { useText } from '../language/language.js';
import { Checkbox } from '../ui/inputs.js';
import { Menu } from '../ui/Menu.js';
import type { Column } from './columns.js';
import { officeText } from './office.text.js';

interface Choice {
  readonly hidden: readonly string[];
  readonly dense: boolean;
}

/** Which columns of a list somebody wants to see on this device, and how close the rows stand. */
export function useColumnChoice<Row>(list: string, columns: readonly Column<Row>[]) {
  const storedAs = `xibu.columns.${list}`;
  const [choice, setChoice] = useState<Choice>(() => readChoice(storedAs, columns));
  const keep = (next: Choice) => {
    localStorage.setItem(storedAs, JSON.stringify(next));
    setChoice(next);
  };
  const turn = (key: string) =>
    keep({
      ...choice,
      hidden: choice.hidden.includes(key) ? choice.hidden.filter((other) => other !== key) : [...choice.hidden, key],
    });
  return {
    shown: columns.filter(({ key }) => !choice.hidden.includes(key)),
    dense: choice.dense,
    menu: (
      <ColumnMenu
        columns={columns}
        choice={choice}
        turn={turn}
        density={() => keep({ ...choice, dense: !choice.dense })}
      />
    ),
  };
}

interface ColumnMenuProps {
  readonly columns: readonly Pick<Column<unknown>, 'key' | 'label'>[];
  readonly choice: Choice;
  turn(key: string): void;
  density(): void;
}

function ColumnMenu({ columns, choice, turn, density }: ColumnMenuProps) {
  const t = useText(officeText);
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <Menu label={t.columns} staysOpen>
      {others.map(({ key, label }) => (
        <li key={key}>
          <Checkbox label={label} checked={!choice.hidden.includes(key)} onChange={() => turn(key)} />
        </li>
      ))}
      <li>
        <Checkbox label={t.dense} checked={choice.dense} onChange={density} />
      </li>
    </Menu>
  );
}

function readChoice<Row>(storedAs: string, columns: readonly Column<Row>[]): Choice {
  const stored: unknown = JSON.parse(localStorage.getItem(storedAs) ?? 'null');
  const usual = { hidden: columns.filter(({ spare }) => spare).map(({ key }) => key), dense: false };
  return typeof stored === 'object' && stored !== null ? { ...usual, ...stored } : usual;
}
