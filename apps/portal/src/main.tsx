import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { Portal } from './app/Portal.js';
import { everyRoute, opened } from './app/routes.js';
import { chosenLanguage, languageTags, sayLanguage } from './language/language.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/lists.css';
import './styles/forms.css';
import './styles/frames.css';
import './styles/print.css';

const place = document.getElementById('portal');
if (!place) throw new Error('index.html has no place for the portal');

const language = chosenLanguage();
const isDrawn = place.hasChildNodes() && document.documentElement.lang === languageTags[language];
sayLanguage(language);
const router = createBrowserRouter(everyRoute());
const portal = (
  <StrictMode>
    <Portal router={router} language={language} />
  </StrictMode>
);
if (isDrawn) {
  // The outline that came with the page stays until the page itself can take its place.
  void opened(router).then(() => hydrateRoot(place, portal));
} else {
  createRoot(place).render(portal);
}
