import { Controller, Get, Header, Query } from '@nestjs/common';
import { Open } from '@xibu/platform';
import { lookUpCodes, lookUpDivisions, lookUpMajors, lookUpUniversities } from './look-up.js';
import { DivisionsQuery, ReferenceQuery, UniversitiesQuery } from './reference.dto.js';

/** The tables change with a release: browsers may keep an answer for the day. */
const Kept = () => Header('cache-control', 'public, max-age=86400');

/** What the pickers of the form look things up in; open to everybody. */
@Controller('reference')
export class ReferenceController {
  @Get('universities')
  @Open()
  @Kept()
  universities(@Query() query: UniversitiesQuery) {
    return { rows: lookUpUniversities(query) };
  }

  @Get('majors')
  @Open()
  @Kept()
  majors(@Query() query: ReferenceQuery) {
    return { rows: lookUpMajors(query) };
  }

  @Get('divisions')
  @Open()
  @Kept()
  divisions(@Query() query: DivisionsQuery) {
    return { rows: lookUpDivisions(query) };
  }

  @Get('ethnic-groups')
  @Open()
  @Kept()
  ethnicGroups(@Query() query: ReferenceQuery) {
    return { rows: lookUpCodes('ethnic-groups', query) };
  }

  @Get('political-status')
  @Open()
  @Kept()
  politicalStatus(@Query() query: ReferenceQuery) {
    return { rows: lookUpCodes('political-status', query) };
  }

  @Get('education-levels')
  @Open()
  @Kept()
  educationLevels(@Query() query: ReferenceQuery) {
    return { rows: lookUpCodes('education-levels', query) };
  }

  @Get('degrees')
  @Open()
  @Kept()
  degrees(@Query() query: ReferenceQuery) {
    return { rows: lookUpCodes('degrees', query) };
  }
}
