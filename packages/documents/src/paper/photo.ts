import type { Cell } from './grid.js';
import type { Box, Paper } from './paper.js';

/** Fills a cell with a photograph (JPEG or PNG); without one the cell keeps its text as the place to stick it. */
export function photoIn(photo: Uint8Array | undefined): Partial<Cell> {
  if (!photo) return {};
  const bytes = Buffer.from(photo);
  const draw = (paper: Paper, box: Box) => {
    const fit: [number, number] = [box.width - 6, box.height - 6];
    paper.pdf.image(bytes, box.x + 3, box.y + 3, { fit, align: 'center', valign: 'center' });
  };
  return { draw };
}
