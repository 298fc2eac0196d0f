import type { VolunteerView } from '@xibu/domain/placement/api';
import { Name } from '../language/language.js';
import type { Language } from '../language/texts.js';
import { usualText } from '../office/usual.text.js';
import { volunteersText } from './volunteers.text.js';

/** Where somebody serves, as facts: the post, its unit, its county. */
export function placeOfService(one: Pick<VolunteerView, 'postTitle' | 'unitName' | 'countyName'>, language: Language) {
  const t = volunteersText[language];
  const usual = usualText[language];
  return [
    { label: t.post, value: <Name>{one.postTitle}</Name> },
    { label: usual.unit, value: <Name>{one.unitName}</Name> },
    { label: usual.county, value: <Name>{one.countyName}</Name> },
  ];
}
