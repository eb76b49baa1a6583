import { describe, expect, it } from 'vitest';
import { annotateSvg } from '../../../src/diagrams/annotate-svg.ts';
import { request } from './samples.ts';

const layout = {
  shapes:
    '<defs><marker id="diagram-end"></marker></defs>' +
    '<g class="edges"><path d="M0 0h9" class="line" marker-end="url(#diagram-end)" /></g>' +
    '<g class="node" data-node="A"><rect class="box" data-accent="red" /><text x="1" y="1">One<tspan x="1" y="9">&#x26; two</tspan></text></g>' +
    '<g class="node" data-node="B"><text x="1" y="1">Say "hi"</text></g>',
  width: 10,
  height: 20,
};

function svgOf(more: Parameters<typeof request>[1]): string {
  const drawing = annotateSvg(layout, request('', more));
  return 'svg' in drawing ? drawing.svg : '';
}

describe('annotateSvg', () => {
  it('passes an error on', () => {
    expect(annotateSvg({ error: 'no' }, request(''))).toEqual({ error: 'no' });
  });

  it('prefixes all ids with the id of the diagram', () => {
    expect(svgOf({ id: 'mine' }).match(/mine-\w+/g)).toEqual([
      'mine-title',
      'mine-desc',
      'mine-title',
      'mine-desc',
      'mine-end',
      'mine-end',
    ]);
  });

  it('removes the names of nodes', () => {
    expect(svgOf({})).not.toContain('data-node');
  });

  it('prefers the colour of an agent to a colour in the text', () => {
    const svg = svgOf({ nodes: [{ id: 'A', accent: 'blue' }] });
    expect(svg.match(/data-accent="\w+"/g)).toEqual(['data-accent="blue"']);
    expect(svgOf({ nodes: [{ id: 'A', accent: '"><script>' }] }).match(/data-accent="\w+"/g)).toEqual([
      'data-accent="red"',
    ]);
  });

  it('labels a link with all rows of its text', () => {
    const svg = svgOf({
      nodes: [
        { id: 'A', href: '/a/?x&y' },
        { id: 'B', href: '/b/' },
      ],
    });
    expect(svg).toContain('<a href="/a/?x&#x26;y" class="node" aria-label="One &#x26; two">');
    expect(svg).toContain('<a href="/b/" class="node" aria-label="Say &#x22;hi&#x22;">');
  });

  it('escapes the page’s texts', () => {
    const svg = svgOf({
      title: '</title><script>',
      description: 'a\u0000"b"',
      nodes: [{ id: 'A', href: '/', label: '"<>' }],
    });
    expect(svg).toContain('>&#x3c;/title&#x3e;&#x3c;script&#x3e;</title>');
    expect(svg).toContain('>a&#x22;b&#x22;</desc>');
    expect(svg).toContain('aria-label="&#x22;&#x3c;&#x3e;"');
  });
});
