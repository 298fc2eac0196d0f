import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import type { Beholder } from '../office/definition.js';
import { ApplicationDetail } from './ApplicationDetail.js';
import { applicationColumns, stateOfApplication } from './application-rows.js';
import { applicationPath } from './applications.api.js';
import { reviewText } from './review.text.js';

const sort = 'submittedAt';
const idOf = ({ id }: ApplicationRow) => id;
const nameOf = ({ name }: ApplicationRow) => name;

/** What the queues of both stages of the review show; each row leads to its pane. */
export function applicationQueue(pane: string, { language, now }: Beholder) {
  const t = reviewText[language];
  const columns = applicationColumns(language, now);
  return {
    columns: [columns.name, columns.number, columns.faculty, columns.major, columns.submittedAt, columns.waiting],
    ...{ idOf, nameOf, sort },
    next: { label: t.open, to: ({ id }: ApplicationRow) => `${pane}/${id}` },
    search: t.searchHint,
  };
}

/** What the panes of both stages show of an application: its row, and all of it. */
export function applicationPane({ language, now }: Beholder) {
  return {
    ...{ idOf, nameOf, sort, path: applicationPath },
    about: (row: ApplicationRow) => applicationColumns(language, now).waiting.value(row)?.toString() ?? '',
    aboutNames: ({ faculty, majorName }: ApplicationRow) => [faculty, majorName],
    titleOf: ({ form }: ApplicationView) => form.name ?? '',
    stateOf: ({ status }: ApplicationView) => stateOfApplication(status, language),
    detail: (application: ApplicationView) => <ApplicationDetail application={application} />,
  };
}
