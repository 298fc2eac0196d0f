import { fitting } from './blocks.js';
import { type Box, line, type Paper, type TextStyle } from './paper.js';

/** A cell of a table with lines around it. */
export interface Cell {
  readonly text: string;
  /** A label is grey behind, in the middle. */
  readonly isLabel?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly weight?: 'regular' | 'bold';
  /** At least so high, in points: room for handwriting and seals. */
  readonly height?: number;
  /** At the lower right of the cell: where to sign. */
  readonly foot?: string;
  /** Draws into the cell instead of text, for instance a photograph. */
  readonly draw?: (paper: Paper, box: Box) => void;
}

export interface Grid {
  /** Widths of the columns, as shares of the page. */
  readonly columns: readonly number[];
  /** Repeated on every page. */
  readonly head?: readonly (readonly Cell[])[];
  readonly rows: readonly (readonly Cell[])[];
  readonly size?: number;
  /** Least height of a row. */
  readonly rowHeight?: number;
  /** In points, what follows the last row on the same page, so that a seal never stands alone. */
  readonly after?: number;
}

interface Placed {
  readonly cell: Cell;
  readonly column: number;
  readonly row: number;
}

interface Frame {
  readonly paper: Paper;
  readonly grid: Grid;
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
}

const padding = { x: 5, y: 4 };

export const label = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  isLabel: true,
  align: 'center',
  ...more,
});
export const value = (text: string, more: Partial<Cell> = {}): Cell => ({ text, ...more });

/** Draws a table, over as many pages as it takes; rows that share a tall cell stay together. */
export function drawGrid(paper: Paper, grid: Grid): void {
  const total = grid.columns.reduce((sum, width) => sum + width, 0);
  const edges = [paper.left];
  for (const width of grid.columns) edges.push((edges.at(-1) ?? 0) + (width / total) * paper.width);
  const frame: Frame = { paper, grid, edges };
  const head = grid.head ? () => drawBand(frame, grid.head ?? []) : () => undefined;
  paper.need(heightOfBand(frame, grid.head ?? []) + 30);
  head();
  const bands = [...bandsOf(grid.rows)];
  const whole = paper.bottom - paper.top - heightOfBand(frame, grid.head ?? []);
  for (const band of bands) {
    const height = heightOfBand(frame, band);
    const wanted = height + (band === bands.at(-1) ? (grid.after ?? 0) : 0);
    if (wanted > paper.room && wanted <= whole) {
      paper.turnPage();
      head();
    }
    if (height <= paper.room) drawBand(frame, band);
    else drawOverPages(frame, band, head);
  }
}

/** Rows in groups that no cell crosses. */
function* bandsOf(rows: Grid['rows']): Generator<Grid['rows']> {
  let band: (readonly Cell[])[] = [];
  let reaches = 0;
  for (const row of rows) {
    band.push(row);
    reaches = Math.max(reaches, band.length - 1 + Math.max(1, ...row.map((cell) => cell.rows ?? 1)));
    if (band.length >= reaches) {
      yield band;
      band = [];
      reaches = 0;
    }
  }
  if (band.length > 0) yield band;
}

function place(band: Grid['rows'], columns: number): Placed[] {
  const taken = band.map(() => new Array<boolean>(columns).fill(false));
  const placed: Placed[] = [];
  band.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column]) column += 1;
      placed.push({ cell, column, row });
      for (let down = row; down < Math.min(band.length, row + (cell.rows ?? 1)); down += 1) {
        taken[down]?.fill(true, column, column + (cell.columns ?? 1));
      }
      column += cell.columns ?? 1;
    }
  });
  return placed;
}

function styleOf({ grid }: Frame, cell: Cell): TextStyle {
  const size = grid.size ?? 10;
  return { size, align: cell.align ?? 'left', weight: cell.weight ?? 'regular', lineGap: 1.5 };
}

function widthOf({ edges }: Frame, { cell, column }: Placed): number {
  return (edges[column + (cell.columns ?? 1)] ?? 0) - (edges[column] ?? 0);
}

function heightOfCell(frame: Frame, placed: Placed): number {
  const { cell } = placed;
  const style = styleOf(frame, cell);
  const width = widthOf(frame, placed) - 2 * padding.x;
  const foot = cell.foot ? frame.paper.heightOf(cell.foot, width, style) + 6 : 0;
  return Math.max(cell.height ?? 0, frame.paper.heightOf(cell.text, width, style) + 2 * padding.y + foot);
}

function rowHeights(frame: Frame, band: Grid['rows'], placed: readonly Placed[]): number[] {
  const heights = band.map(() => frame.grid.rowHeight ?? 22);
  for (const one of placed) {
    if ((one.cell.rows ?? 1) === 1) heights[one.row] = Math.max(heights[one.row] ?? 0, heightOfCell(frame, one));
  }
  for (const one of placed) {
    const span = one.cell.rows ?? 1;
    const missing = heightOfCell(frame, one) - sum(heights.slice(one.row, one.row + span));
    const last = one.row + span - 1;
    if (span > 1 && missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function heightOfBand(frame: Frame, band: Grid['rows']): number {
  return sum(rowHeights(frame, band, place(band, frame.grid.columns.length)));
}

function drawBand(frame: Frame, band: Grid['rows']): void {
  const placed = place(band, frame.grid.columns.length);
  const heights = rowHeights(frame, band, placed);
  const top = frame.paper.y;
  for (const one of placed) {
    drawCell(frame, one, {
      x: frame.edges[one.column] ?? 0,
      y: top + sum(heights.slice(0, one.row)),
      width: widthOf(frame, one),
      height: sum(heights.slice(one.row, one.row + (one.cell.rows ?? 1))),
    });
  }
  frame.paper.y = top + sum(heights);
}

function drawCell(frame: Frame, { cell }: Placed, box: Box): void {
  const { paper } = frame;
  if (cell.isLabel) paper.pdf.rect(box.x, box.y, box.width, box.height).fill('#f3f3f1');
  paper.pdf.lineWidth(0.6).strokeColor(line).rect(box.x, box.y, box.width, box.height).stroke();
  if (cell.draw) {
    cell.draw(paper, box);
    return;
  }
  const style = styleOf(frame, cell);
  const width = box.width - 2 * padding.x;
  const height = paper.heightOf(cell.text, width, style);
  // Long answers and cells to be signed begin at the top, everything else stands in the middle.
  const inset = cell.foot || (!cell.isLabel && cell.height) ? padding.y + 1 : (box.height - height) / 2;
  paper.write(cell.text, box.x + padding.x, box.y + inset, width, style);
  if (cell.foot) {
    const foot: TextStyle = { ...style, align: 'right' };
    const y = box.y + box.height - padding.y - paper.heightOf(cell.foot, width, foot);
    paper.write(cell.foot, box.x + padding.x, y, width, foot);
  }
}

/** A row higher than a page: the longest text goes on in a row of the same shape on the next page. */
function drawOverPages(frame: Frame, band: Grid['rows'], head: () => void): void {
  const { paper } = frame;
  const placed = place(band, frame.grid.columns.length);
  const [longest] = [...placed].sort((left, right) => heightOfCell(frame, right) - heightOfCell(frame, left));
  const row = band[0];
  if (band.length > 1 || !row || !longest) throw new Error('a table row with merged cells is higher than the page');
  if (paper.room < 80) {
    paper.turnPage();
    head();
  }
  const style = styleOf(frame, longest.cell);
  const width = widthOf(frame, longest) - 2 * padding.x;
  const cut = fitting(paper, longest.cell.text, width, paper.room - 2 * padding.y - 4, style);
  const { foot: _, ...body } = longest.cell;
  const part = (cell: Cell, text: string) =>
    row.map((one) => (one === longest.cell ? { ...cell, text, height: 0 } : one));
  drawBand(frame, [part(body, longest.cell.text.slice(0, cut))]);
  paper.turnPage();
  head();
  const rest = [part(longest.cell, longest.cell.text.slice(cut))];
  if (heightOfBand(frame, rest) <= paper.room) drawBand(frame, rest);
  else drawOverPages(frame, rest, head);
}
