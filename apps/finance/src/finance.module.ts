import { Module } from '@nestjs/common';
import { InsuranceModule } from './insurance.module.js';
import { PayModule } from './pay.module.js';
import { PaymentsModule } from './payments.module.js';
import { PeopleModule } from './people.module.js';

@Module({ imports: [PeopleModule, PayModule, PaymentsModule, InsuranceModule] })
export class FinanceModule {}
