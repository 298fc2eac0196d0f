import { runService } from '@xibu/platform';
import { programme } from './programme.service.js';

await runService(programme);
