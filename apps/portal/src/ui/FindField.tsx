import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReferenceRow } from '@xibu/domain/recruitment/api';
import { useEffect, useState } from 'react';
import { addressOf, get } from '../api/client.js';
import { Combobox } from './Combobox.js';
import type { Tied } from './Field.js';
import type { FieldSpec, FieldValue, FieldValues } from './fields.js';
import type { Option } from './inputs.js';

interface CodeRows {
  readonly rows: readonly ReferenceRow[];
}

const rowsAtATime = 20;
const pauseMs = 200;

interface FindFieldProps {
  readonly spec: FieldSpec & { readonly kind: 'find' };
  readonly tied: Tied;
  readonly value: FieldValue;
  onChange(changed: FieldValues): void;
  onLeave?(): void;
}

/** Asks the search while one types, and shows the name of the code that is chosen. */
export function FindField({ spec, tied, value, onChange, onLeave }: FindFieldProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const options = useFound(spec.path, asked);
  const client = useQueryClient();
  const name = useNameOf(spec.path, value === undefined ? '' : String(value));
  return (
    <Combobox
      tied={tied}
      chosen={name ?? ''}
      options={options}
      onType={setAsked}
      onLeave={onLeave}
      onChoose={(option) => {
        client.setQueryData(nameKey(spec.path, option.value), option.label);
        onChange({ [spec.key]: spec.asNumber ? Number(option.value) : option.value, ...spec.also?.(option) });
      }}
    />
  );
}

/** What a search finds, a moment after the last key; undefined while nothing is known. */
export function useFound(path: string, text: string | null): readonly Option[] | undefined {
  const settled = useSettled(text);
  const { data } = useQuery({
    queryKey: ['found', path, settled],
    queryFn: ({ signal }) => get<CodeRows>(withQuery(path, settled ?? '', rowsAtATime), signal),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.rows.map(({ code, name, around }) => ({ value: code, label: name, note: around ?? undefined }));
}

/** The name of a code; undefined while it is read, the code itself where the table does not know it. */
export function useNameOf(path: string, code: string): string | undefined {
  const { data } = useQuery({
    queryKey: nameKey(path, code),
    queryFn: async ({ signal }) => {
      const { rows } = await get<CodeRows>(withQuery(path, code, rowsAtATime), signal);
      return rows.find((row) => row.code === code)?.name ?? code;
    },
    enabled: code !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

function nameKey(path: string, code: string): readonly string[] {
  return ['name', path, code];
}

function withQuery(path: string, q: string, limit: number): string {
  const [address = '', given = ''] = path.split('?');
  return addressOf(address, { ...Object.fromEntries(new URLSearchParams(given)), q, limit });
}

function useSettled(text: string | null): string | null {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text ? pauseMs : 0);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
