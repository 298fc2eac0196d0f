import type { Actor } from '@xibu/domain/access';
import type { LeaveRow } from '@xibu/domain/placement/api';
import type { Language } from '../language/texts.js';
import { reasonField } from '../office/usual.js';
import type { StepAction } from '../ui/StepButton.js';
import { leavesText } from './leaves.text.js';

/** Yes or no with a reason: how leaves, changes of post, departures and extensions are all decided. */
export function yesAndNo<Row extends { readonly id: string }>(
  list: string,
  key: string,
  language: Language,
): readonly StepAction<Row>[] {
  const t = leavesText[language];
  const path = ({ id }: Row) => `${list}/${id}/${key}`;
  const fields = [reasonField(language)];
  return [
    {
      ...{ key: 'agree', label: t.agree, question: t.agreeQuestion, doLabel: t.agreeDo, done: t.agreed, path, fields },
      body: ({ reason }) => ({ approved: true, reason }),
    },
    {
      ...{ key: 'refuse', label: t.refuse, question: t.refuseQuestion, doLabel: t.refuseDo, done: t.refused },
      ...{ tone: 'no', path, fields, body: ({ reason }) => ({ approved: false, reason }) },
    },
  ];
}

/** The tier that decides leaves for whoever looks. */
export function leaveTierOf({ roles }: Actor): LeaveRow['waitsFor'] {
  if (roles.includes('unit.officer')) return 'unit';
  if (roles.some((role) => role.startsWith('county.'))) return 'county';
  return roles.some((role) => role.startsWith('region.')) ? 'region' : null;
}
