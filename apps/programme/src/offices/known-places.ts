import type { OpenOfficeRequest } from '@xibu/domain/programme/api';
import { division, university } from '@xibu/reference';
import type { KnownPlace } from './office.rules.js';

/** What the code tables say about the place of an office. */
export function knownPlaceOf(request: OpenOfficeRequest): KnownPlace {
  const place = request.division === undefined ? undefined : division(String(request.division));
  const school = request.university === undefined ? undefined : university(request.university);
  return {
    divisionLevel: place?.level,
    divisionName: place?.name,
    parentDivision: place?.parentCode ? Number(place.parentCode) : undefined,
    universityId: school?.id,
    universityName: school?.name,
  };
}
