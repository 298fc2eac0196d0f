import { useState } from 'react';
import { useText } from '../language/language.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { Combobox } from '../ui/Combobox.js';
import { Field } from '../ui/Field.js';
import { useFound, useNameOf } from '../ui/FindField.js';
import { Card } from '../ui/notices.js';
import { CodeName } from '../ui/ValueOf.js';
import { reference } from './form-steps.js';
import { mineText } from './mine.text.js';

const divisions = `${reference}/divisions`;

interface RankedPlacesProps {
  /** Six-digit division within which counties are looked for; null where it is not known. */
  readonly region: number | null;
  readonly max: number | null;
  readonly chosen: readonly number[];
  onChange(chosen: readonly number[]): void;
}

/** Counties in the order of one's wishes, moved by buttons: it works with a thumb, a keyboard and a screen reader. */
export function RankedPlaces({ region, max, chosen, onChange }: RankedPlacesProps) {
  const t = useText(mineText);
  const full = max !== null && chosen.length >= max;
  const move = (from: number, to: number) => {
    const next = [...chosen];
    const [moved] = next.splice(from, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    onChange(next);
  };
  return (
    <Card title={t.places}>
      {max !== null && <p className="small">{t.placesMost(max)}</p>}
      {chosen.length === 0 && <p className="quiet">{t.placeNone}</p>}
      <ol className="ranked">
        {chosen.map((county, index) => (
          <RankedPlace
            key={county}
            county={county}
            place={index + 1}
            last={index === chosen.length - 1}
            onMove={(by) => move(index, index + by)}
            onDrop={() => onChange(chosen.filter((other) => other !== county))}
          />
        ))}
      </ol>
      {!full && <AddPlace region={region} chosen={chosen} onAdd={(county) => onChange([...chosen, county])} />}
    </Card>
  );
}

interface RankedPlaceProps {
  readonly county: number;
  readonly place: number;
  readonly last: boolean;
  onMove(by: 1 | -1): void;
  onDrop(): void;
}

function RankedPlace({ county, place, last, onMove, onDrop }: RankedPlaceProps) {
  const t = useText(mineText);
  const announce = useAnnounce();
  const name = useNameOf(divisions, String(county)) ?? String(county);
  const move = (by: 1 | -1) => {
    onMove(by);
    announce(`${place + by} ${name}`);
  };
  return (
    <li>
      <span className="place">{place}</span>
      <b>
        <CodeName path={divisions} code={String(county)} />
      </b>
      <span className="moves">
        <Button aria-label={t.placeUp(name)} onClick={() => place > 1 && move(-1)}>
          ↑
        </Button>
        <Button aria-label={t.placeDown(name)} onClick={() => !last && move(1)}>
          ↓
        </Button>
        <Button aria-label={t.placeDrop(name)} tone="no" onClick={onDrop}>
          ×
        </Button>
      </span>
    </li>
  );
}

interface AddPlaceProps {
  readonly region: number | null;
  readonly chosen: readonly number[];
  onAdd(county: number): void;
}

function AddPlace({ region, chosen, onAdd }: AddPlaceProps) {
  const t = useText(mineText);
  const [asked, setAsked] = useState<string | null>(null);
  const within = region === null ? '' : `&within=${region}`;
  const found = useFound(`${divisions}?level=county${within}`, asked)?.filter(
    ({ value }) => !chosen.includes(Number(value)),
  );
  return (
    <Field id="confirm-add" label={t.addPlace}>
      {(tied) => (
        <Combobox
          tied={tied}
          chosen=""
          options={found}
          onType={setAsked}
          onChoose={({ value }) => onAdd(Number(value))}
        />
      )}
    </Field>
  );
}
