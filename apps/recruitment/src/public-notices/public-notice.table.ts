import { EntitySchema } from 'typeorm';
import type { PublicNotice } from './public-notice.js';

export const PublicNoticeTable = new EntitySchema<PublicNotice>({
  name: 'public_notice',
  columns: {
    id: { type: 'uuid', primary: true },
    season: { type: 'text' },
    division: { type: 'int' },
    university: { type: 'text' },
    universityName: { name: 'university_name', type: 'text' },
    opensOn: { name: 'opens_on', type: 'date' },
    closesOn: { name: 'closes_on', type: 'date' },
    status: { type: 'text' },
    people: { type: 'int' },
    openedBy: { name: 'opened_by', type: 'text' },
  },
});
