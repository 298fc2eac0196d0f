import { UnprintableCharacter } from '@xibu/documents';
import { type ProjectKind, Refusal, type Special } from '@xibu/domain';
import { university } from '@xibu/reference';

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

export function universityName(code: string): string {
  return university(code)?.name ?? code;
}

/** A character that no font has is an answer to whoever prints, not a fault: it is named. */
export async function printed(work: Promise<Buffer>): Promise<Buffer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnprintableCharacter) {
      throw new Refusal('request.malformed', { what: `无法打印的字：${error.character}` });
    }
    throw error;
  }
}
