import { dateOf, Refusal } from '@xibu/domain';
import type { RegisterAgainRequest } from '@xibu/domain/placement/api';
import type { Volunteer } from '../volunteers/volunteer.js';
import { requireStatus, step } from '../volunteers/volunteer.rules.js';

/** 二次信息注册: the volunteer confirms the post and gives the local contact, and declares that it is true. */
export function registerAgain(volunteer: Volunteer, request: RegisterAgainRequest, by: string, now: Date): Volunteer {
  requireStatus(volunteer, 'dispatched', 'agreement-signed', 'on-post', 'on-leave');
  if (!request.postConfirmed) throw new Refusal('registration.post-not-confirmed', { pointer: '/postConfirmed' });
  if (!request.declared) throw new Refusal('registration.not-declared', { pointer: '/declared' });
  const { address, mobile, emergencyName, emergencyMobile } = request;
  const registration = { address, mobile, emergencyName, emergencyMobile, registeredOn: dateOf(now) };
  return step(volunteer, { registration }, { step: 'second-registration', by }, now);
}

/** What the second registration still lacks; empty when it is complete. The card is confirmed at finance. */
export function missingRegistration({ registration, cardLastFour }: Volunteer): readonly string[] {
  return [...(registration ? [] : ['岗位和服务地联系方式']), ...(cardLastFour === null ? ['银行卡'] : [])];
}
