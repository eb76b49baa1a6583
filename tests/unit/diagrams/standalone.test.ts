import { JSDOM } from 'jsdom';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/diagrams/draw.ts';
import { roles, standaloneSvg, TINT } from '../../../src/diagrams/standalone.ts';
import { accentPalette } from '../../../src/styles/palette.ts';
import { useOwnCache } from './use-own-cache.ts';
import { kinds, request } from './samples.ts';

useOwnCache();

function parseXml(text: string): Document {
  const document = new new JSDOM().window.DOMParser().parseFromString(text, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

describe('a standalone file', { timeout: 60_000 }, () => {
  const nodes = [{ id: 'A', href: '/a/?b=1&c=2', accent: 'green', label: 'Ask "this" > that' }];

  it('retains the colours of nodes that were links', async () => {
    const drawing = await drawDiagram(request(kinds.flowchart ?? '', { nodes }));
    if ('error' in drawing) throw new Error(drawing.error);
    const document = parseXml(standaloneSvg(drawing.svg));
    expect(document.querySelector('g.node[data-accent=green] text')?.textContent).toBe('Ask');
    expect(document.querySelector('style')?.textContent).toContain(accentPalette.green[0]);
    expect(document.querySelector('style')?.textContent).not.toContain(accentPalette.red[0]);
  });

  it('can be made from the SVG of a page', async () => {
    const drawing = await drawDiagram(request('flowchart TD\n A["a#nbsp;b"] --> B', { nodes }));
    if ('error' in drawing) throw new Error(drawing.error);
    const { document } = new JSDOM(drawing.svg).window;
    const file = standaloneSvg(document.querySelector('svg')?.outerHTML ?? '');
    expect(parseXml(file).querySelector('.node text')?.textContent).toBe('a\u00a0b');
  });
});

describe('the stylesheet of a standalone file', () => {
  const stylesheet = readFileSync('src/diagrams/diagram.css', 'utf8');

  it.each(roles.filter(([selector]) => selector !== '.ground'))(
    'has the same fill and stroke for %s as diagram.css',
    (selector, fill, stroke) => {
      const rule = new RegExp(`& ${selector.replace('.', '\\.')} \\{([^}]*)\\}`).exec(stylesheet)?.[1] ?? '';
      const value = (property: string) => new RegExp(`${property}: var\\(--([\\w-]+)\\)`).exec(rule)?.[1] ?? 'none';
      expect([value('fill'), value('stroke')]).toEqual([fill, stroke]);
    },
  );

  it('has the same share of an accent as diagram.css', () => {
    expect(stylesheet).toContain(`color-mix(in srgb, var(--accent) ${String(TINT * 100)}%, var(--raised))`);
  });
});
