import { university } from '@xibu/reference';

export function universityName(code: string): string {
  return university(code)?.name ?? code;
}
