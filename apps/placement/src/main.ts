import { runService } from '@xibu/platform';
import { placement } from './placement.service.js';

await runService(placement);
