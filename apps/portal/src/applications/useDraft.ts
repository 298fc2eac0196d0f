import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { get, put } from '../api/client.js';
import { useText } from '../language/language.js';
import { fieldText } from '../ui/field.text.js';
import { type FieldSpec, type FieldValue, malformed } from '../ui/fields.js';
import { applicationPath, useKeepMine } from './applications.api.js';
import { DraftSaver } from './draft-saver.js';

/** A saver for one application, and the latest state of what it keeps. */
export function useDraft(application: ApplicationView, name: string) {
  const keep = useKeepMine();
  const isSendable = useRef<(key: string, value: FieldValue) => boolean>(() => true);
  const [saver] = useState(() => {
    const path = applicationPath(application.id);
    return new DraftSaver(
      application,
      {
        put: async (body, version) => {
          const record = await put<ApplicationView>(`${path}/draft`, body, version);
          keep(record);
          return record;
        },
        reread: () => get<ApplicationView>(path),
        isSendable: (key, value) => isSendable.current(key, value),
        later: (work, ms) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      },
      { name },
    );
  });
  useEffect(() => {
    const save = () => void saver.flush();
    const warn = (event: BeforeUnloadEvent) => saver.hasUnsaved() && event.preventDefault();
    window.addEventListener('online', save);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('beforeunload', warn);
      saver.stop();
    };
  }, [saver]);
  const snapshot = useSyncExternalStore(saver.subscribe, saver.snapshot);
  return { saver, snapshot, isSendable };
}

/** What may be sent is what its field finds well-formed. */
export function useSendable(fields: readonly FieldSpec[]): (key: string, value: FieldValue) => boolean {
  const t = useText(fieldText);
  return (key, value) => {
    const spec = fields.find((field) => field.key === key);
    return spec !== undefined && malformed(spec, value, t) === null;
  };
}
