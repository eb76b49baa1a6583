import { JSDOM } from 'jsdom';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/diagrams/draw.ts';
import { accentPalette, palette, roles, standaloneSvg, TINT } from '../../../src/diagrams/standalone.ts';
import { ownFolder } from './folder.ts';
import { kinds, request } from './samples.ts';

ownFolder();

function parseXml(text: string): Document {
  const document = new new JSDOM().window.DOMParser().parseFromString(text, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
}

describe('a standalone file', { timeout: 60_000 }, () => {
  const nodes = [{ id: 'A', href: '/a/?b=1&c=2', accent: 'green', label: 'Ask "this" > that' }];

  it.each(Object.keys(kinds))('of a %s is XML and needs nothing else', async (kind) => {
    const drawing = await drawDiagram(request(kinds[kind] ?? '', { title: 'A & B <c>', nodes }));
    if ('error' in drawing) throw new Error(drawing.error);
    const file = standaloneSvg(drawing.svg);
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    const document = parseXml(file);
    expect(document.querySelector('title')?.textContent).toBe('A & B <c>');
    expect(document.querySelectorAll('a, [href], [style]')).toHaveLength(0);
    expect(file).not.toMatch(/var\(|@import|url\((?!#)/);
  });

  it('keeps the colours of nodes that were links', async () => {
    const drawing = await drawDiagram(request(kinds.flowchart ?? '', { nodes }));
    if ('error' in drawing) throw new Error(drawing.error);
    const document = parseXml(standaloneSvg(drawing.svg));
    expect(document.querySelector('g.node[data-accent=green] text')?.textContent).toBe('Ask');
    expect(document.querySelector('style')?.textContent).toContain(accentPalette.green[0]);
    expect(document.querySelector('style')?.textContent).not.toContain(accentPalette.red[0]);
  });

  it('can be made in a browser, of what is in the page', async () => {
    const drawing = await drawDiagram(request('flowchart TD\n A["a#nbsp;b"] --> B', { nodes }));
    if ('error' in drawing) throw new Error(drawing.error);
    const { document } = new JSDOM(drawing.svg).window;
    const file = standaloneSvg(document.querySelector('svg')?.outerHTML ?? '');
    expect(parseXml(file).querySelector('.node text')?.textContent).toBe('a\u00a0b');
  });
});

describe('the look of standalone files', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const stylesheet = readFileSync('src/diagrams/diagram.css', 'utf8');

  it.each(Object.entries(palette))('has --%s as in tokens.css', (token, [light, dark]) => {
    expect(tokens).toContain(`--${token}: light-dark(${light}, ${dark});`);
  });

  it.each(Object.entries(accentPalette))('has the accent %s as in tokens.css', (name, [light, dark]) => {
    expect(tokens).toMatch(new RegExp(`data-accent='${name}'\\] \\{\\s*--accent: light-dark\\(${light}, ${dark}\\);`));
  });

  it.each(roles.filter(([selector]) => selector !== '.ground'))(
    'paints %s as diagram.css does',
    (selector, fill, stroke) => {
      const rule = new RegExp(`& ${selector.replace('.', '\\.')} \\{([^}]*)\\}`).exec(stylesheet)?.[1] ?? '';
      const value = (property: string) => new RegExp(`${property}: var\\(--([\\w-]+)\\)`).exec(rule)?.[1] ?? 'none';
      expect([value('fill'), value('stroke')]).toEqual([fill, stroke]);
    },
  );

  it('tints as diagram.css does', () => {
    expect(stylesheet).toContain(`color-mix(in srgb, var(--accent) ${String(TINT * 100)}%, var(--raised))`);
  });
});
