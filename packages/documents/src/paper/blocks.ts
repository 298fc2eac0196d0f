import { faint, type Paper, type TextStyle } from './paper.js';
import { drawQrCode } from './qr-code.js';

/** The heading in the middle of the page, under it a line for what it concerns, and in the corner a QR code. */
export function title(paper: Paper, text: string, below?: string, codeUrl?: string): void {
  const size = 56;
  const clear = codeUrl ? paper.y + size - 4 : 0;
  if (codeUrl) {
    drawQrCode(paper, codeUrl, { x: paper.left + paper.width - size + 3, y: paper.y - 6, width: size, height: size });
  }
  const style: TextStyle = { size: 19, weight: 'bold', align: 'center', lineGap: 4 };
  paper.write(text, paper.left, paper.y, paper.width, style);
  paper.y += paper.heightOf(text, paper.width, style);
  if (below) {
    const small: TextStyle = { size: 11, align: 'center', lineGap: 3 };
    paper.write(below, paper.left, paper.y + 2, paper.width, small);
    paper.y += paper.heightOf(below, paper.width, small) + 2;
  }
  paper.y = Math.max(paper.y + 12, clear);
}

/** What stands on the line above a table: number on the left, something else on the right. */
export function lineAbove(paper: Paper, left: string, right = ''): void {
  const style: TextStyle = { size: 9.5, color: faint };
  paper.write(left, paper.left, paper.y, paper.width * 0.62, style);
  paper.write(right, paper.left + paper.width * 0.4, paper.y, paper.width * 0.6, { ...style, align: 'right' });
  paper.y += 18;
}

export interface ParagraphStyle extends TextStyle {
  /** The two characters by which a Chinese paragraph is indented; on by default. */
  readonly isIndented?: boolean;
  readonly after?: number;
}

/** A paragraph; a long one goes on over the page line by line. */
export function paragraph(
  paper: Paper,
  text: string,
  { isIndented = true, after = 5, ...style }: ParagraphStyle = {},
): void {
  const size = style.size ?? 11;
  const full: TextStyle = { lineGap: 4, ...style, size, indent: isIndented ? size * 2 : 0 };
  const height = paper.heightOf(text, paper.width, full);
  if (height > paper.room) {
    const cut = fitting(paper, text, paper.width, paper.room, full);
    if (cut > 0 && cut < text.length) {
      paper.write(text.slice(0, cut), paper.left, paper.y, paper.width, full);
      paper.turnPage();
      paragraph(paper, text.slice(cut), { ...style, isIndented: false, after });
      return;
    }
    paper.turnPage();
  }
  paper.write(text, paper.left, paper.y, paper.width, full);
  paper.y += height + after;
}

/** How much of a text fits into a height, in UTF-16 units, never within a character. */
export function fitting(paper: Paper, text: string, width: number, height: number, style: TextStyle): number {
  let fits = 0;
  let tooMuch = text.length + 1;
  while (tooMuch - fits > 1) {
    const middle = Math.floor((fits + tooMuch) / 2);
    if (paper.heightOf(text.slice(0, whole(text, middle)), width, style) <= height) fits = middle;
    else tooMuch = middle;
  }
  return whole(text, fits);
}

/** A cut between the halves of a surrogate pair moves before it. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}

export function subheading(paper: Paper, text: string): void {
  paper.need(60);
  paper.write(text, paper.left, paper.y, paper.width, { size: 11.5, weight: 'bold' });
  paper.y += 22;
}

/** Who issues, where the seal goes, and the day: at the lower right, as letters end. */
export function seal(paper: Paper, office: string, date: string): void {
  paper.need(92);
  paper.y += 26;
  const style: TextStyle = { size: 11.5, align: 'center', lineGap: 4 };
  const width = Math.min(paper.width, Math.max(230, paper.widthOf(`${office}（盖章）`, style) + 16));
  const x = paper.left + paper.width - width;
  for (const text of [`${office}（盖章）`, date]) {
    paper.write(text, x, paper.y, width, style);
    paper.y += paper.heightOf(text, width, style) + 2;
  }
  paper.y += 10;
}

/** Blank lines for signatures in ink, side by side. */
export function signatures(paper: Paper, labels: readonly string[]): void {
  paper.need(56);
  paper.y += 22;
  const width = paper.width / labels.length;
  labels.forEach((label, index) => {
    paper.write(label, paper.left + index * width, paper.y, width - 8, { size: 10.5 });
  });
  paper.y += 26;
}

/** The verification code in the lower left corner of the page, with what it is for. */
export function verification(paper: Paper, url: string | undefined, size = 92): void {
  if (!url) return;
  const y = paper.bottom - size - 4;
  if (paper.y > y - 6) paper.turnPage();
  drawQrCode(paper, url, { x: paper.left, y: paper.bottom - size - 4, width: size, height: size });
  const text = '扫码核验真伪。\n核验页面只显示脱敏信息，\n与纸质内容不一致的以核验结果为准。';
  paper.write(text, paper.left + size + 10, paper.bottom - size + 22, 240, { size: 8.5, color: faint, lineGap: 2 });
}
