import { Module } from '@nestjs/common';
import { ImportSlip } from './agency-slips/import-slip.js';
import { ListSlips } from './agency-slips/list-slips.js';
import { SlipsController } from './agency-slips/slips.controller.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { EveryDayFindCoverageGaps } from './coverage/every-day-find-coverage-gaps.js';
import { ListCoverage } from './coverage/list-coverage.js';
import { ShowCalendar } from './coverage/show-calendar.js';
import { ClaimsController } from './insurance-claims/claims.controller.js';
import { HandleClaim } from './insurance-claims/handle-claim.js';
import { ListClaims } from './insurance-claims/list-claims.js';
import { ListCovers } from './insurance-covers/list-covers.js';
import { WhenApplicationIsDecided } from './insurance-covers/when-application-decided.js';
import { WhenVolunteerLeft } from './insurance-covers/when-volunteer-left.js';
import { ListPolicies } from './insurance-policies/list-policies.js';
import { PoliciesController } from './insurance-policies/policies.controller.js';
import { PreparePolicy } from './insurance-policies/prepare-policy.js';
import { ListInsured } from './social-insurance/list-insured.js';
import { SocialInsuranceController } from './social-insurance/social-insurance.controller.js';

/** No day on post without cover. */
@Module({
  controllers: [
    ...[WhenApplicationIsDecided, WhenVolunteerLeft, PoliciesController, ClaimsController],
    ...[SocialInsuranceController, SlipsController, CoverageController],
  ],
  providers: [
    ...[PreparePolicy, ListPolicies, ListCovers, HandleClaim, ListClaims],
    ...[ListInsured, ImportSlip, ListSlips, ListCoverage, ShowCalendar, EveryDayFindCoverageGaps],
  ],
})
export class InsuranceModule {}
