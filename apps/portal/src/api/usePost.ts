import { useState } from 'react';
import { useActionKey } from './action-key.js';
import { post } from './client.js';

/** One step that a page can send: busy while it is under way, done at most once for the same content. */
export function usePost<Answer>() {
  const key = useActionKey();
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: unknown): Promise<Answer> => {
    setBusy(true);
    try {
      const answer = await post<Answer>(path, body, key.for(body));
      key.done();
      return answer;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy };
}
