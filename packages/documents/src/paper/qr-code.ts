import { create } from 'qrcode';
import type { Box, Paper } from './paper.js';

/** Draws a QR code as rectangles, with the quiet zone that readers need inside the box. */
export function drawQrCode(paper: Paper, text: string, box: Box): void {
  const { modules } = create(text, { errorCorrectionLevel: text.length > 200 ? 'L' : 'M' });
  const quiet = 2;
  const step = box.width / (modules.size + 2 * quiet);
  paper.pdf.save().rect(box.x, box.y, box.width, box.width).fill('#ffffff');
  for (let row = 0; row < modules.size; row += 1) {
    let from = -1;
    for (let column = 0; column <= modules.size; column += 1) {
      const isDark = column < modules.size && modules.get(row, column) === 1;
      if (isDark && from < 0) from = column;
      if (!isDark && from >= 0) {
        paper.pdf.rect(box.x + (from + quiet) * step, box.y + (row + quiet) * step, (column - from) * step, step);
        from = -1;
      }
    }
  }
  paper.pdf.fill('#000000').restore();
}
