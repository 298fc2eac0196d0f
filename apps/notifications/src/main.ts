import { runService } from '@xibu/platform';
import { notifications } from './notifications.service.js';

await runService(notifications);
