import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Portal } from './app/Portal.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/lists.css';
import './styles/forms.css';
import './styles/frames.css';
import './styles/print.css';

const place = document.getElementById('portal');
if (!place) throw new Error('index.html has no place for the portal');
createRoot(place).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
