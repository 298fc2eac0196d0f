import { runService } from '@xibu/platform';
import { assessment } from './assessment.service.js';

await runService(assessment);
