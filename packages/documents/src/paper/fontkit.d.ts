/** The part of fontkit that is used here; the package has no declarations of its own. */
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string): unknown;
  }
  export function create(bytes: Uint8Array): Font | { readonly fonts: readonly Font[] };
}
