import { UnprintableCharacter } from '@xibu/documents';
import { type ProjectKind, Refusal, type Special } from '@xibu/domain';
import { divisionName, parentsOf } from '@xibu/reference';

/** 专项, as the annex of the notice calls them. */
export const specialNames: Readonly<Record<Special, string>> = {
  'rural-education': '乡村教育',
  'rural-construction': '服务乡村建设',
  'healthy-countryside': '健康乡村',
  'youth-work': '基层青年工作',
  'rural-governance': '乡村社会治理',
  'serve-xinjiang': '服务新疆',
};

export const projectKindNames: Readonly<Record<ProjectKind, string>> = { national: '全国项目', local: '地方项目' };

/** `兴安盟科尔沁右翼前旗`: a county with its league-city, as people of the region say it. */
export function countyName(county: number): string {
  const code = String(county);
  const [, leagueCity] = parentsOf(code);
  return `${leagueCity?.name ?? ''}${divisionName(code) ?? code}`;
}

/** A character that no font has is an answer to whoever prints, not a fault: it is named. */
export async function printed(work: Promise<Buffer>): Promise<Buffer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnprintableCharacter) {
      throw new Refusal('document.unprintable', { character: error.character });
    }
    throw error;
  }
}
