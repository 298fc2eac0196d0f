import { runService } from '@xibu/platform';
import { finance } from './finance.service.js';

await runService(finance);
