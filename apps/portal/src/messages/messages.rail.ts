import type { RailEntry } from '../office/rail.js';
import { messagesText } from './messages.text.js';

export const messageRail: readonly RailEntry[] = [
  { group: 'work', to: '/office/messages', needs: 'message.own', label: (language) => messagesText[language].title },
  {
    ...{ group: 'registers', to: '/office/deliveries', needs: 'delivery.read' },
    label: (language) => messagesText[language].deliveries,
  },
];
