import PDFDocument from 'pdfkit';
import { fontOf, mustBePrintable, type Weight } from './fonts.js';

/** What every printed document has. Nothing is taken from the clock: the same input gives the same bytes. */
export interface Printing {
  /** 文号 or 编号, printed on the document and at the foot of each page. */
  readonly number: string;
  /** When the document was made. */
  readonly createdAt: Date;
  /** The signed link behind the QR code; without it no code is printed. */
  readonly verificationUrl?: string;
}

export interface PaperOptions {
  readonly title: string;
  readonly landscape?: boolean;
  /** In points; the foot of the page lies within it. */
  readonly margin?: number;
  /** What stands at the foot of each page; a certificate of one page has its number inside the frame. */
  readonly foot?: 'number-and-pages' | 'number' | 'nothing';
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'center' | 'right';
  readonly color?: string;
  /** Between lines, in points. */
  readonly lineGap?: number;
  /** Of the first line, in points. */
  readonly indent?: number;
  /** Between characters, in points. */
  readonly spacing?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const ink = '#1a1a1a';
export const line = '#555555';
export const faint = '#6b6b6b';
const footHeight = 30;

/** A4 pages that are written from top to bottom; `y` is where the next thing goes. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
  y: number;
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly printing: Printing,
    private readonly options: PaperOptions,
  ) {
    const margin = options.margin ?? 56;
    mustBePrintable(printing.number + options.title);
    this.pdf = new PDFDocument({
      size: 'A4',
      layout: options.landscape ? 'landscape' : 'portrait',
      // Nothing may start a page but `turnPage`, so the library sees no lower margin.
      margins: { top: 0, left: 0, right: 0, bottom: 0 },
      bufferPages: true,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: options.title.replaceAll('\n', ' '),
        Subject: printing.number,
        Creator: 'xibu',
        Producer: 'xibu',
        CreationDate: printing.createdAt,
        ModDate: printing.createdAt,
      },
    });
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    for (const weight of ['regular', 'bold'] as const) {
      // A parsed font is accepted as well as a path; the type declarations do not know it.
      this.pdf.registerFont(weight, fontOf(weight) as unknown as PDFKit.Mixins.PDFFontSource);
    }
    this.left = margin;
    this.top = margin;
    this.width = this.pdf.page.width - 2 * margin;
    this.bottom = this.pdf.page.height - Math.max(margin, footHeight + 16);
    this.y = margin;
  }

  /** Height of the space that is left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  turnPage(): void {
    this.pdf.addPage();
    this.y = this.top;
  }

  /** Turns the page unless there is room for so many points. */
  need(height: number): void {
    if (this.room < height && this.y > this.top) this.turnPage();
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    mustBePrintable(text);
    if (text === '') return 0;
    return text.split('\n').reduce((sum, one) => sum + this.heightOfLine(one, width, style), 0);
  }

  widthOf(text: string, style: TextStyle = {}): number {
    mustBePrintable(text);
    return this.styled(style).widthOfString(text, { characterSpacing: style.spacing ?? 0 });
  }

  /** Writes into a column of the page, without moving `y`. Every character is checked first. */
  write(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    mustBePrintable(text);
    let top = y;
    // Line by line: the library counts the line feed as a character when it puts a line in the middle.
    for (const one of text.split('\n')) {
      const pdf = this.styled(style).fillColor(style.color ?? ink);
      if (one !== '') pdf.text(one, x, top, this.textOptions(width, style));
      top += this.heightOfLine(one, width, style);
    }
  }

  /** Makes the page numbers and gives the bytes. */
  async finish(): Promise<Buffer> {
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.once('end', resolve);
      this.pdf.once('error', reject);
    });
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.pdf.switchToPage(page);
      this.foot(page - start + 1, count);
    }
    this.pdf.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private foot(page: number, of: number): void {
    if (this.options.foot === 'nothing') return;
    const y = this.pdf.page.height - footHeight - 8;
    const style: TextStyle = { size: 8.5, color: faint };
    this.write(`编号：${this.printing.number}`, this.left, y, this.width / 2, style);
    if (this.options.foot !== 'number') {
      this.write(`第 ${page} 页　共 ${of} 页`, this.left + this.width / 2, y, this.width / 2, {
        ...style,
        align: 'right',
      });
    }
  }

  private heightOfLine(text: string, width: number, style: TextStyle): number {
    return this.styled(style).heightOfString(text === '' ? ' ' : text, this.textOptions(width, style));
  }

  private styled(style: TextStyle): PDFKit.PDFDocument {
    return this.pdf.font(style.weight ?? 'regular').fontSize(style.size ?? 10.5);
  }

  private textOptions(width: number, style: TextStyle): PDFKit.Mixins.TextOptions {
    return {
      width,
      align: style.align ?? 'left',
      lineGap: style.lineGap ?? 0,
      indent: style.indent ?? 0,
      characterSpacing: style.spacing ?? 0,
    };
  }
}
