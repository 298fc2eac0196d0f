import { StreamableFile } from '@nestjs/common';

/** A file as the answer of a route, with the name and the media type under which browsers keep it. */
export function fileAnswer(file: {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
}): StreamableFile {
  return new StreamableFile(file.bytes, { type: file.type, disposition: disposition('attachment', file.name) });
}

/** A printed document as the answer of a route: browsers show it, and keep it under its number. */
export function pdfAnswer(bytes: Uint8Array, number: string): StreamableFile {
  return new StreamableFile(bytes, { type: 'application/pdf', disposition: disposition('inline', `${number}.pdf`) });
}

/** RFC 6266: a plain name stands as it is; any other is written in UTF-8 as RFC 5987 says. */
function disposition(how: 'attachment' | 'inline', name: string): string {
  const isPlain = /^[\w.-]+$/.test(name);
  return `${how}; ${isPlain ? `filename="${name}"` : `filename*=UTF-8''${extendedValue(name)}`}`;
}

/** What `encodeURIComponent` leaves as it is and RFC 5987 does not is escaped too. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
