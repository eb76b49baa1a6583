/* Draws a card as an SVG, in the colours of the light theme: paper and ink, hairlines, and the accent of the agent. */

import { widthOf } from '../fonts/text-width.ts';
import { accentPalette, palette } from '../styles/palette.ts';
import type { Card } from './card.ts';
import { drawable, fitText } from './fit-text.ts';

/** The size that previews of links have on most sites, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 80;
const TEXT_WIDTH = CARD_SIZE.width - 2 * MARGIN;
const [PAPER, INK, SOFT, HAIRLINE, EDGE, BRAND] = [
  palette.paper,
  palette.ink,
  palette['ink-soft'],
  palette.hairline,
  palette.edge,
  palette.brand,
].map(([light]) => light) as [string, string, string, string, string, string];

/** Lines of the content. */
const MAX_TEXT_LINES = 5;
const MAX_ITEMS = 5;

/** Returns the SVG of a card. All text in it is escaped, fits, and consists of characters that the font has. */
export function cardSvg({ kind, title, agent, content, foot }: Card): string {
  const accent = agent ? accentPalette[agent.accent][0] : BRAND;
  const monogram = drawable(agent?.monogram ?? '');
  const words = drawable(title);
  const heading = fitText(words === '' ? drawable(foot[1]) : words, {
    sizes: [68, 58, 50, 44],
    width: TEXT_WIDTH,
    maxLines: 2,
    bold: true,
  });
  const top = 208;
  const headingStep = heading.size * 1.15;
  const contentTop = top + (heading.lines.length - 1) * headingStep + heading.size * 0.35;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD_SIZE.width)}" height="${String(CARD_SIZE.height)}" font-family="DejaVu Sans">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/><rect width="100%" height="14" fill="${accent}"/>`,
    ...monogramMark(monogram, accent),
    textLine(drawable(kind), monogram === '' ? MARGIN : MARGIN + monogramWidth(monogram) + 28, 122, 28, SOFT),
    ...heading.lines.map((line, index) =>
      textLine(line, MARGIN, top + 20 + index * headingStep, heading.size, INK, true),
    ),
    ...('text' in content ? paragraph(content.text, contentTop + 66) : list(content, contentTop + 66, accent)),
    `<path d="M${String(MARGIN)} 546H${String(CARD_SIZE.width - MARGIN)}" stroke="${HAIRLINE}" stroke-width="2"/>`,
    ...footLine(foot),
    '</svg>',
  ].join('');
}

function monogramWidth(monogram: string): number {
  return Math.max(72, widthOf(monogram, 30, true) + 28);
}

function monogramMark(monogram: string, accent: string): string[] {
  if (monogram === '') return [];
  const width = monogramWidth(monogram);
  return [
    `<rect x="${String(MARGIN)}" y="76" width="${width.toFixed(1)}" height="72" rx="6" fill="none" stroke="${accent}" stroke-width="3"/>`,
    textLine(monogram, MARGIN + width / 2, 123, 30, accent, true, 'middle'),
  ];
}

function paragraph(text: string, top: number): string[] {
  const { size, lines } = fitText(drawable(text), { sizes: [34, 30], width: TEXT_WIDTH, maxLines: MAX_TEXT_LINES - 1 });
  return lines.map((line, index) => textLine(line, MARGIN, top + index * size * 1.45, size, SOFT));
}

function list({ mark, items }: Extract<Card['content'], { mark: string }>, top: number, accent: string): string[] {
  const size = 28;
  // A title of two lines leaves room for one item less.
  const room = Math.floor((530 - top) / (size * 1.7)) + 1;
  const shown = items.map(drawable).filter((item) => item !== '');
  const rows = shown.slice(0, Math.min(MAX_ITEMS, room, shown.length));
  return rows.flatMap((item, index) => {
    const y = top + index * size * 1.7;
    const [line = ''] = fitText(item, { sizes: [size], width: TEXT_WIDTH - 52, maxLines: 1 }).lines;
    return [markOf(mark, index, y, accent), textLine(line, MARGIN + 52, y, size, SOFT)];
  });
}

function markOf(mark: 'box' | 'number' | 'dot', index: number, y: number, accent: string): string {
  if (mark === 'number') return textLine(`${String(index + 1)}.`, MARGIN, y, 28, accent, true);
  if (mark === 'dot') return `<circle cx="${String(MARGIN + 12)}" cy="${(y - 10).toFixed(1)}" r="6" fill="${accent}"/>`;
  return `<rect x="${String(MARGIN + 1)}" y="${(y - 22).toFixed(1)}" width="24" height="24" rx="3" fill="none" stroke="${EDGE}" stroke-width="2.5"/>`;
}

function footLine([left, right]: Card['foot']): string[] {
  const half = (text: string) =>
    fitText(drawable(text), { sizes: [26], width: TEXT_WIDTH / 2 - 20, maxLines: 1 }).lines[0] ?? '';
  return [
    textLine(half(left), MARGIN, 592, 26, INK),
    textLine(half(right), CARD_SIZE.width - MARGIN, 592, 26, SOFT, false, 'end'),
  ];
}

function textLine(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  bold = false,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  if (text === '') return '';
  const weight = bold ? ' font-weight="700"' : '';
  const placed = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${String(size)}"${weight}${placed} fill="${fill}">${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
