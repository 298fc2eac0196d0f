import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import type { Language } from '../language/texts.js';
import { Portal } from './Portal.js';
import { everyRoute, opened } from './routes.js';

/** What stands at an address before anything is known of who asks. Called by the build, never by a browser. */
export async function drawOutline(address: string, language: Language): Promise<string> {
  const router = createMemoryRouter(everyRoute(), { initialEntries: [address] });
  await opened(router);
  return renderToString(
    <StrictMode>
      <Portal router={router} language={language} />
    </StrictMode>,
  );
}
