import { Module } from '@nestjs/common';
import { ListQuotas } from './list-quotas.js';
import { MoveQuotaPlan } from './move-quota-plan.js';
import { PrepareQuotaPlan } from './prepare-quota-plan.js';
import { QuotaPlansController, QuotasController, QuotaTransfersController } from './quotas.controller.js';
import { TransferQuota } from './transfer-quota.js';

@Module({
  controllers: [QuotasController, QuotaPlansController, QuotaTransfersController],
  providers: [ListQuotas, PrepareQuotaPlan, MoveQuotaPlan, TransferQuota],
})
export class QuotasModule {}
