/** The part of pngjs that the specs use; the package has no declarations of its own. */
declare module 'pngjs' {
  export const PNG: {
    readonly sync: { read(bytes: Buffer): { readonly data: Buffer; readonly width: number; readonly height: number } };
  };
}
