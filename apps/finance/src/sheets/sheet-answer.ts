import { StreamableFile } from '@nestjs/common';
import { type Sheet, writeCsv, writeSheet } from '@xibu/documents';
import type { SheetFormat } from '@xibu/platform';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A spreadsheet as the answer of a route, with a name that says what it holds. */
export async function sheetAnswer(sheet: Sheet, format: SheetFormat): Promise<StreamableFile> {
  const bytes = format === 'csv' ? await writeCsv(sheet) : await writeSheet(sheet);
  return fileAnswer(bytes, `${sheet.title}.${format}`, types[format]);
}

/** Any bytes under a name; browsers keep them as a file. */
export function fileAnswer(bytes: Uint8Array, name: string, type: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}` });
}

/** A printed document as the answer of a route; browsers show it. */
export function pdfAnswer(bytes: Buffer, number: string): StreamableFile {
  return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${number}.pdf"` });
}
