import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

const shownForMs = 6_000;

/** One polite live region for the whole portal: what has just happened is shown for a while and read aloud once. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly sentence: string } | null>(null);
  const announce = useCallback((sentence: string) => setSaid({ sentence }), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(null), shownForMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status">{said && <p className="toast">{said.sentence}</p>}</div>
    </AnnounceContext>
  );
}

export function useAnnounce(): (sentence: string) => void {
  return useContext(AnnounceContext);
}
