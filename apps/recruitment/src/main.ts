import { runService } from '@xibu/platform';
import { recruitment } from './recruitment.service.js';

await runService(recruitment);
