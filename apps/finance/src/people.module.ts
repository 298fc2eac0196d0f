import { Module } from '@nestjs/common';
import { AttendancesController } from './attendances/attendances.controller.js';
import { ConfirmAttendance } from './attendances/confirm-attendance.js';
import { ListAttendances } from './attendances/list-attendances.js';
import { BankCardsController } from './bank-cards/bank-cards.controller.js';
import { ConfirmBankCard } from './bank-cards/confirm-bank-card.js';
import { ListBankCards } from './bank-cards/list-bank-cards.js';
import { RegisterBankCard } from './bank-cards/register-bank-card.js';
import { ListHolds } from './payment-holds/list-holds.js';
import { PaymentHoldsController } from './payment-holds/payment-holds.controller.js';
import { PlaceHold } from './payment-holds/place-hold.js';
import { WhenApplicationDecided } from './people/when-application-decided.js';
import { WhenGradeDecided } from './people/when-grade-decided.js';
import { WhenPersonIdentified } from './people/when-person-identified.js';
import { WhenVolunteerServes } from './people/when-volunteer-serves.js';

/** Who serves, on which days, and to which card they are paid. */
@Module({
  controllers: [
    ...[WhenPersonIdentified, WhenApplicationDecided, WhenVolunteerServes, WhenGradeDecided],
    ...[BankCardsController, AttendancesController, PaymentHoldsController],
  ],
  providers: [
    ...[RegisterBankCard, ConfirmBankCard, ListBankCards],
    ...[ConfirmAttendance, ListAttendances, PlaceHold, ListHolds],
  ],
})
export class PeopleModule {}
