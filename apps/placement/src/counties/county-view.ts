import type { BlockView, CountyView } from '@xibu/domain/placement/api';
import type { Block } from './block.js';
import type { ServiceCounty } from './county.js';

export function viewOfCounty(county: ServiceCounty, blocks: readonly Block[]): CountyView {
  const { code, name, status, basis, season, newIn, disqualifiedFrom, foundingDocument, namedOfficer } = county;
  const { governmentApproval, filingNumber, rectification, decision, version } = county;
  return {
    ...{ county: code, name, status, basis, season, newIn, disqualifiedFrom, foundingDocument, namedOfficer },
    ...{ governmentApproval, filingNumber, rectification, decision, version },
    blocks: blocks.map(viewOfBlock),
  };
}

export function viewOfBlock(block: Block): BlockView {
  const { id, county, unit, season, cause, status, reason, liftReason, proposedBy, liftedBy } = block;
  return { id, county, unit, season, cause, status, reason, liftReason, proposedBy, liftedBy };
}
