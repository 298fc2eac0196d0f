import type { Bench, Measured } from './bench.js';
import { figure } from './report.js';

const size = { width: 560, height: 220, left: 64, right: 12, top: 34, bottom: 28 } as const;
const colours = { ours: '#0b6e4f', floor: '#9aa5b1' } as const;

/** The rounds of a bench as pairs of bars, ours and the floor, on one scale that begins at zero. */
export function chartOf(bench: Pick<Bench, 'name' | 'what' | 'unit'>, rounds: readonly Measured[]): string {
  const { width, height, left, right, top, bottom } = size;
  const highest = Math.max(...rounds.flatMap(({ ours, floor }) => [ours, floor]));
  const deep = height - top - bottom;
  const wide = (width - left - right) / rounds.length;
  const bar = (side: keyof typeof colours, value: number, x: number): string => {
    const high = highest > 0 ? (value / highest) * deep : 0;
    const place = `x="${x.toFixed(1)}" y="${(height - bottom - high).toFixed(1)}"`;
    return `<rect ${place} width="${(wide * 0.36).toFixed(1)}" height="${high.toFixed(1)}" fill="${colours[side]}"><title>${side} ${figure(value)} ${escaped(bench.unit)}</title></rect>`;
  };
  const bars = rounds.map(({ ours, floor }, index) => {
    const from = left + index * wide + wide * 0.12;
    const label = `<text x="${(left + (index + 0.5) * wide).toFixed(1)}" y="${height - 10}" text-anchor="middle">${index + 1}</text>`;
    return `${bar('ours', ours, from)}${bar('floor', floor, from + wide * 0.4)}${label}`;
  });
  const lines = [0, 0.5, 1].map((part) => {
    const y = (height - bottom - part * deep).toFixed(1);
    const line = `<line x1="${left}" x2="${width - right}" y1="${y}" y2="${y}" stroke="#d5dae0"/>`;
    return `${line}<text x="${left - 6}" y="${Number(y) + 4}" text-anchor="end">${figure(part * highest)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(bench.what)}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="20">${escaped(bench.name)}, ${escaped(bench.unit)}: <tspan fill="${colours.ours}">■ ours</tspan> <tspan fill="${colours.floor}">■ floor</tspan></text>`,
    ...lines,
    ...bars,
    '</svg>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
