import type { PublicNoticeView } from '@xibu/domain/recruitment/api';
import type { PublicNotice } from './public-notice.js';

/** What everybody may know of a notice; not who opened it. */
export function viewOf(notice: PublicNotice): PublicNoticeView {
  const { id, season, university, universityName, opensOn, closesOn, status, people } = notice;
  return { id, season, university, universityName, opensOn, closesOn, status, people };
}
