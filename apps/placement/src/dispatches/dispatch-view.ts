import type { DispatchView } from '@xibu/domain/placement/api';
import { divisionName } from '@xibu/reference';
import type { Dispatch } from './dispatch.js';

export function viewOfDispatch(dispatch: Dispatch): DispatchView {
  const { id, season, county, number, handOverOn, place, status, people, confirmedOn } = dispatch;
  const countyName = divisionName(String(county)) ?? String(county);
  return { id, season, county, countyName, number, handOverOn, place, status, people, confirmedOn };
}
