import type { LeaveView } from '@xibu/domain/placement/api';
import type { Leave } from './leave.js';

export function viewOfLeave(leave: Leave, name: string): LeaveView {
  const { id, number, county, unit, kind, from, to, days, status, waitsFor, overdueDays, returnedOn } = leave;
  const { volunteerId, reason, destination, opinions, hospitalNoteSealed } = leave;
  return {
    ...{ id, number, name, county, unit, kind, from, to, days, status, waitsFor, overdueDays, returnedOn },
    ...{ volunteerId, reason, destination, hasHospitalNote: hospitalNoteSealed !== null, opinions },
  };
}
