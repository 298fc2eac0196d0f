import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { get, put } from '../api/client.js';
import { dropOwn, keepOwn, ownKept } from '../api/own-memory.js';
import { someChance } from '../api/retrying.js';
import { useText } from '../language/language.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, type FieldValues, malformed, tidied } from '../ui/fields.js';
import { applicationPath, applications, useKeepMine } from './applications.api.js';
import { DraftSaver } from './draft-saver.js';

/** A saver for one application, and the latest state of what it keeps. The page sets `fields` to those it draws. */
export function useDraft(application: ApplicationView, name: string) {
  const keep = useKeepMine();
  const t = useText(fieldText);
  const fields = useRef<readonly FieldSpec[]>([]);
  const words = useRef(t);
  words.current = t;
  const [saver] = useState(() => {
    const path = applicationPath(application.id);
    return new DraftSaver(
      application,
      {
        put: async (body, version) => {
          const record = await put<ApplicationView>(
            `${path}/draft`,
            tidied(fields.current, body as FieldValues),
            version,
          );
          keep(record);
          return record;
        },
        // One's own are read together; one by one they are for offices.
        reread: async () => {
          const own = await get<readonly ApplicationView[]>(`${applications}/mine`);
          return own.find(({ id }) => id === application.id) ?? application;
        },
        // What may be sent is what its field finds well-formed.
        isSendable: (key, value) => {
          const spec = fields.current.find((field) => field.key === key);
          return spec !== undefined && malformed(spec, value, words.current) === null;
        },
        keep: (unsaved) => (unsaved ? keepOwn(keptAs(application.id), unsaved) : dropOwn(keptAs(application.id))),
        chance: someChance,
        later: (work, ms) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      },
      { name },
      keptDraft(application.id),
    );
  });
  useEffect(() => {
    const save = () => void saver.flush();
    const warn = (event: BeforeUnloadEvent) => saver.hasUnsaved() && event.preventDefault();
    saver.resume();
    window.addEventListener('online', save);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('beforeunload', warn);
      saver.stop();
    };
  }, [saver]);
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);
  return { saver, snapshot, fields };
}

function keptAs(id: string): string {
  return `draft.${id}`;
}

/** JSON has no undefined: a field that was cleared is kept as null. */
function keptDraft(id: string): FieldValues {
  const kept = ownKept(keptAs(id));
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(Object.entries(kept as FieldValues).map(([key, value]) => [key, value ?? undefined]));
}
