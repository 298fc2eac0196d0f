import { type Special, specials } from '@xibu/domain';
import { type ApplicantCategory, applicantCategories, type SaveDraftRequest } from '@xibu/domain/recruitment/api';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** A text of the form that may also be cleared again. */
const Text =
  (max: number): PropertyDecorator =>
  (target, name) => {
    for (const rule of [IsOptional(), IsString(), MaxLength(max)]) rule(target, name);
  };
const Code =
  (pattern: RegExp): PropertyDecorator =>
  (target, name) => {
    for (const rule of [IsOptional(), Matches(pattern)]) rule(target, name);
  };
const Whole =
  (min: number, max: number): PropertyDecorator =>
  (target, name) => {
    for (const rule of [IsOptional(), IsInt(), Min(min), Max(max)]) rule(target, name);
  };
const YesOrNo = (): PropertyDecorator => (target, name) => {
  for (const rule of [IsOptional(), IsBoolean()]) rule(target, name);
};

/** Any part of 《报名登记表》; what a value means is looked at when it is submitted. */
export class SaveDraftDto implements SaveDraftRequest {
  @Text(40) readonly name?: string;
  @Text(40) readonly identityNumber?: string;
  @Code(/^\d{2}$/) readonly ethnicGroup?: string;
  @Code(/^\d{2}$/) readonly politicalStatus?: string;
  @Whole(110000, 829999) readonly nativePlace?: number;
  @Code(/^1\d{10}$/) readonly mobile?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(100)
  readonly email?: string;

  @Text(40) readonly emergencyName?: string;
  @Code(/^1\d{10}$/) readonly emergencyMobile?: string;
  @Code(/^\d{5,10}$/) readonly university?: string;
  @Text(60) readonly faculty?: string;
  @Text(10) readonly majorCode?: string;
  @Text(60) readonly majorName?: string;
  @YesOrNo() readonly isTeacherTraining?: boolean;
  @Code(/^\d{2}$/) readonly education?: string;
  @Code(/^\d{0,3}$/) readonly degree?: string;

  @IsOptional()
  @IsIn(applicantCategories)
  readonly category?: ApplicantCategory;

  @Code(/^\d{4}-\d{2}-\d{2}$/) readonly graduatesOn?: string;
  @Whole(0, 20000) readonly volunteerHours?: number;
  @Text(200) readonly studentLeaderPosts?: string;
  @Text(500) readonly skills?: string;
  @Text(500) readonly awards?: string;
  @YesOrNo() readonly hasWorkExperience?: boolean;
  @Whole(110000, 829999) readonly preferredProvince?: number;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(specials, { each: true })
  readonly specials?: Special[];

  @Whole(1, 3) readonly termYears?: number;
  @YesOrNo() readonly acceptsReassignment?: boolean;
}
