import { JSDOM } from 'jsdom';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/diagrams/draw.ts';
import type { DiagramRequest } from '../../../src/diagrams/request.ts';
import { standaloneSvg } from '../../../src/diagrams/standalone.ts';
import { useOwnCache } from './use-own-cache.ts';
import { flow, kinds, largeTree, request } from './samples.ts';

useOwnCache();

/** Time limit of a test, in milliseconds: the first one loads Mermaid, on a machine that may be busy. */
const TEST_TIME_LIMIT = 60_000;

async function draw(wanted: DiagramRequest): Promise<string> {
  const drawing = await drawDiagram(wanted);
  if ('error' in drawing) throw new Error(drawing.error);
  return drawing.svg;
}

function parse(svg: string): Element {
  const { documentElement } = new new JSDOM().window.DOMParser().parseFromString(
    svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'),
    'application/xml',
  );
  expect(documentElement.localName).toBe('svg');
  return documentElement;
}

describe('drawDiagram', { timeout: TEST_TIME_LIMIT }, () => {
  it('returns the SVG and its size', async () => {
    const drawing = await drawDiagram(request(flow));
    if ('error' in drawing) throw new Error(drawing.error);
    const svg = parse(drawing.svg);
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${String(drawing.width)} ${String(drawing.height)}`);
    expect(svg.getAttribute('width')).toBe(String(drawing.width));
    expect(svg.getAttribute('class')).toBe('diagram-svg');
  });

  it.each(Object.keys(kinds))(
    'draws a diagram of the kind “%s”, also as a file that refers to no other',
    async (kind) => {
      const nodes = [{ id: 'A', href: '/a/?b=1&c=2', accent: 'green' as const, label: 'Ask "this" > that' }];
      const drawing = await draw(request(kinds[kind] ?? '', { title: 'A & B <c>', nodes }));
      const svg = parse(drawing);
      expect(svg.querySelectorAll('text').length).toBeGreaterThan(1);
      expect([...svg.querySelectorAll('*')].filter((element) => /NaN|undefined/.test(element.outerHTML))).toEqual([]);

      const file = standaloneSvg(drawing);
      expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
      const document = parse(file);
      expect(document.querySelector('title')?.textContent).toBe('A & B <c>');
      expect(document.querySelectorAll('a, [href], [style]')).toHaveLength(0);
      expect(file).not.toMatch(/var\(|@import|url\((?!#)/);
    },
  );

  it('draws the bands of a Sankey diagram as wide as their amounts, behind its labels', async () => {
    const svg = await draw(request('sankey-beta\nReading,Writing,10\nReading,Review,5'));
    const widths = [...svg.matchAll(/stroke-width="([\d.]+)"[^>]*stroke-opacity/g)].map((match) => Number(match[1]));
    expect(widths).toHaveLength(2);
    expect((widths[0] ?? 0) / (widths[1] ?? 0)).toBeCloseTo(2, 1);
    expect(svg.lastIndexOf('stroke-opacity')).toBeLessThan(svg.indexOf('<text'));
  });

  it('shows every label of a flowchart, and an edge for every arrow', async () => {
    const svg = parse(await draw(request(flow)));
    expect([...svg.querySelectorAll('.node text')].map((text) => text.textContent)).toEqual([
      'Ask',
      'Known?',
      'Answer',
    ]);
    expect(svg.querySelectorAll('.edges > path')).toHaveLength(4 - 1);
    expect(svg.querySelectorAll('marker')).toHaveLength(1);
  });

  it('labels the SVG with its title and description', async () => {
    const svg = parse(await draw(request(flow, { id: 'tree', title: 'Who & <what>', description: 'A "tree"' })));
    expect(svg.getAttribute('aria-labelledby')).toBe('tree-title tree-desc');
    expect(svg.querySelector('#tree-title')?.textContent).toBe('Who & <what>');
    expect(svg.querySelector('#tree-desc')?.textContent).toBe('A "tree"');
    expect(svg.getAttribute('role')).toBe('img');
  });

  it('omits an empty description', async () => {
    const svg = parse(await draw(request(flow, { description: ' ' })));
    expect(svg.getAttribute('aria-labelledby')).toBe('d1-title');
    expect(svg.querySelector('desc')).toBeNull();
  });

  it('prefixes all ids', async () => {
    const svg = parse(await draw(request(flow, { id: 'mine' })));
    const ids = [...svg.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.filter((id) => !id.startsWith('mine-'))).toEqual([]);
  });

  it('turns nodes into links with accessible names and colours', async () => {
    const nodes = [
      { id: 'A', href: '/agents/ask/', accent: 'green' },
      { id: 'C', href: '/agents/answer/', label: 'The agent that answers' },
      { id: 'B', accent: 'pink' },
      { id: 'missing', href: '/nowhere/' },
    ];
    const svg = parse(await draw(request(flow, { nodes })));
    expect(svg.getAttribute('role')).toBe('group');
    expect(
      [...svg.querySelectorAll('a')].map((link) =>
        ['href', 'aria-label', 'data-accent'].map((name) => link.getAttribute(name)),
      ),
    ).toEqual([
      ['/agents/ask/', 'Ask', 'green'],
      ['/agents/answer/', 'The agent that answers', null],
    ]);
    expect(svg.querySelector('g.node[data-accent=pink] text')?.textContent).toBe('Known?');
  });

  it('replaces the colours in a text with the nearest agent colours', async () => {
    const svg = await draw(request(`${flow}\n classDef hot fill:#f60,stroke:#333\n class C hot\n style B fill:#eee`));
    expect(svg.match(/data-accent="\w+"/g)).toEqual(['data-accent="orange"']);
    expect(svg).not.toMatch(/#f60|#333/);
  });

  it('measures entity codes as the characters that they represent', async () => {
    const coded = await drawDiagram(request('flowchart TD\n A["a #lt; b #35; c #quot; d #38; e"]'));
    const plain = await drawDiagram(request('flowchart TD\n A["a + b * c 1 d 2 e"]'));
    if ('error' in coded || 'error' in plain) throw new Error('not drawn');
    expect(parse(coded.svg).querySelector('.node')?.textContent).toBe('a < b # c " d & e');
    expect(Math.abs(coded.width - plain.width)).toBeLessThan(20);
  });

  it('draws a tree of 28 answers in less than 5 kB, compressed', async () => {
    const svg = await draw(request(largeTree().text, { nodes: largeTree().nodes }));
    expect(gzipSync(svg).length).toBeLessThan(5_000);
    expect(parse(svg).querySelectorAll('a')).toHaveLength(28);
  });

  it('returns Mermaid’s error message in one line, with the line number', async () => {
    const drawing = await drawDiagram(request('flowchart TD\n A --> B\n B --> [C'));
    expect(drawing).toEqual({ error: expect.stringMatching(/^Parse error on line 3: .+$/) as string });
  });

  it.each([
    ['an unknown kind', 'nonsense\n A --> B', /No diagram type/],
    ['an empty text', '', /No diagram type/],
    [
      'an image from another host',
      'flowchart TD\n A@{ img: "https://example.org/a.png", label: "x", h: 60, w: 60 }',
      /./,
    ],
    ['a text that is too long', `flowchart TD\n A[${'x'.repeat(60_000)}]`, /longer than 50000/],
    ['too many edges', `flowchart TD\n${' A --> B\n'.repeat(600)}`, /edges/i],
  ])('returns an error for %s', async (_, text, message) => {
    const drawing = await drawDiagram(request(text));
    expect(drawing).toMatchObject({ error: expect.stringMatching(message) as string });
  });

  it('says that this site cannot draw a correct text of a kind that needs a browser', async () => {
    const error = expect.stringMatching(/architecture are not supported/) as string;
    const text = 'architecture-beta\n service a(server)[A]';
    expect(await drawDiagram(request(text))).toEqual({ error, isUnsupported: true });
    expect(await drawDiagram(request('flowchart TD\n A ->'))).not.toHaveProperty('isUnsupported');
  });

  it('arranges a tree in columns, with each answer and its agents in one row', async () => {
    const text = `flowchart LR
  q{{"Big?"}}
  q --> yes["Yes, certainly"]
  yes --> a["@baker"]
  a ---|"and"| b["@oven-keeper"]
  q --> no["No"]
  no --> c["@miller"]`;
    const drawing = await drawDiagram({ ...request(text), arrangement: 'columns' });
    const shapes = 'svg' in drawing ? drawing.svg : '';
    const at = (label: string) => {
      const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)">${label}</text>`).exec(shapes) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    expect(at('Yes, certainly').y).toBe(at('@baker').y);
    expect(at('@baker').y).toBe(at('@oven-keeper').y);
    expect(at('No').y).toBe(at('@miller').y);
    expect(at('@oven-keeper').x).toBeGreaterThan(at('@baker').x);
    expect(at('@baker').x).toBeGreaterThan(at('Yes, certainly').x);
  });
});
