import type { Figures } from './figures.js';

export interface Marks {
  readonly stretches: readonly { readonly name: string; readonly fromMs: number; readonly toMs: number }[];
  readonly killedMs: number | null;
  readonly backMs: number | null;
}

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

interface Panel {
  readonly title: string;
  readonly top: number;
  readonly lines: readonly Line[];
  /** Share of the height at which a value lies. */
  place(value: number): number;
  readonly ticks: readonly number[];
}

const size = { width: 960, height: 600, left: 64, right: 16, deep: 220 } as const;

/** What was offered, accepted and refused in each second, and how long the accepted took; the kill is the grey band. */
export function chartOf(seconds: readonly Figures[], marks: Marks): string {
  const most = Math.max(1, ...seconds.flatMap(({ tries, accepted, refused }) => [tries, accepted, refused]));
  const panels: Panel[] = [
    {
      ...{ title: 'requests a second', top: 56, ticks: [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * most)) },
      place: (value) => value / most,
      lines: [
        { name: 'offered', colour: '#9aa5b1', values: seconds.map(({ offered }) => offered) },
        { name: 'with further tries', colour: '#d0a24c', values: seconds.map(({ tries }) => tries) },
        { name: 'accepted', colour: '#0b6e4f', values: seconds.map(({ accepted }) => accepted) },
        { name: 'submissions accepted', colour: '#3f51b5', values: seconds.map(({ submitted }) => submitted) },
        { name: 'refused', colour: '#b3261e', values: seconds.map(({ refused }) => refused) },
      ],
    },
    {
      ...{ title: 'ms until accepted, from the intended start', top: 348, ticks: [1, 10, 100, 1000, 10_000] },
      place: (value) => Math.min(1, Math.log10(Math.max(1, value)) / Math.log10(20_000)),
      lines: [
        { name: 'p50', colour: '#0b6e4f', values: seconds.map(({ p50 }) => p50) },
        { name: 'p99', colour: '#b3261e', values: seconds.map(({ p99 }) => p99) },
      ],
    },
  ];
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="The last evening of sign-up, second by second">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...panels.flatMap((panel) => drawn(panel, seconds.length, marks)),
    ...Array.from({ length: Math.floor(seconds.length / 20) + 1 }, (_, index) =>
      text(x(index * 20, seconds.length), height - 10, `${index * 20} s`, 'middle'),
    ),
    '</svg>',
    '',
  ].join('\n');
}

function drawn(panel: Panel, seconds: number, marks: Marks): string[] {
  const y = (value: number) => panel.top + (1 - panel.place(value)) * size.deep;
  const { killedMs, backMs, stretches } = marks;
  const band =
    killedMs === null
      ? []
      : [
          `<rect x="${round(x(killedMs / 1000, seconds))}" y="${panel.top}" width="${round(Math.max(2, x((backMs ?? killedMs) / 1000, seconds) - x(killedMs / 1000, seconds)))}" height="${size.deep}" fill="#e3e6ea"><title>the recruitment API was killed and is away</title></rect>`,
        ];
  const borders = stretches.map(({ name, fromMs }) => {
    const at = round(x(fromMs / 1000, seconds));
    const line = `<line x1="${at}" x2="${at}" y1="${panel.top}" y2="${panel.top + size.deep}" stroke="#d5dae0" stroke-dasharray="3 3"/>`;
    return `${line}${text(at + 3, panel.top + 12, name, 'start', '#6b7580')}`;
  });
  const ticks = panel.ticks.map((value) => {
    const at = round(y(value));
    return `<line x1="${size.left}" x2="${size.width - size.right}" y1="${at}" y2="${at}" stroke="#eef0f2"/>${text(size.left - 6, at + 4, String(value), 'end')}`;
  });
  let place = size.left + 8 * panel.title.length;
  const legend = panel.lines.map(({ name, colour }) => {
    const label = text(place, panel.top - 10, `■ ${name}`, 'start', colour);
    place += 8 * name.length + 32;
    return label;
  });
  const lines = panel.lines.map(({ colour, values }) => {
    const points = values.flatMap((value, second) =>
      value === null ? [] : [`${round(x(second + 0.5, seconds))},${round(y(value))}`],
    );
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  });
  const title = text(size.left, panel.top - 10, panel.title, 'start');
  return [...band, ...ticks, ...borders, title, ...legend, ...lines];
}

function x(second: number, seconds: number): number {
  return size.left + (Math.min(second, seconds) / Math.max(1, seconds)) * (size.width - size.left - size.right);
}

function text(at: number, y: number, words: string, anchor: string, colour = '#1f2933'): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${round(at)}" y="${round(y)}" text-anchor="${anchor}" fill="${colour}">${safe}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
