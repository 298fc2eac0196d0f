import { isLegalDate } from '@xibu/domain';
import { registerDecorator } from 'class-validator';

/** A real day of the calendar written YYYY-MM-DD. */
export function IsLegalDate(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isLegalDate',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: (value: unknown) => typeof value === 'string' && isLegalDate(value) },
    });
}
