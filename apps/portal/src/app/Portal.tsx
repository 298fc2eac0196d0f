import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type DataRouter, RouterProvider } from 'react-router';
import { mayPass, problemOf } from '../api/problem.js';
import { LanguageProvider, useLanguage } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { SessionProvider } from '../session/session.js';
import { Announcer } from '../ui/Announcer.js';

const mostRetries = 2;

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Offline the question is asked and fails in words, instead of waiting in silence.
        networkMode: 'always',
        retry: (count, error) => {
          const problem = problemOf(error);
          return count < mostRetries && mayPass(problem) && problem.retryAfterSeconds === null;
        },
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

interface PortalProps {
  readonly router: DataRouter;
  readonly language: Language;
}

export function Portal({ router, language }: PortalProps) {
  const [client] = useState(createQueryClient);
  return (
    <LanguageProvider first={language}>
      <QueryClientProvider client={client}>
        <SessionProvider>
          <Announcer>
            <InLanguage>
              <RouterProvider router={router} />
            </InLanguage>
          </Announcer>
        </SessionProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

/** A "no" holds a sentence in the language it was asked in: after a switch it is asked again. */
function InLanguage({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const client = useQueryClient();
  useEffect(() => {
    if (language) void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [client, language]);
  return children;
}
