import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/diagrams/draw.ts';
import { standaloneSvg } from '../../../src/diagrams/standalone.ts';
import { useOwnCache } from './use-own-cache.ts';
import { request } from './samples.ts';

useOwnCache();

const hostile: Readonly<Record<string, string>> = {
  'a link to a script': 'flowchart TD\n A[x] --> B\n click A href "javascript:alert(1)"\n click B call alert()',
  'a link to another host': 'flowchart TD\n A[x] --> B\n click A href "https://evil.example/" _blank',
  'HTML in a label':
    'flowchart TD\n A["<img src=https://evil.example/x onerror=alert(1)>"] --> B["<script>alert(1)</script>y"]',
  'HTML behind entity codes':
    'flowchart TD\n A["#lt;img src=https://evil.example/x onerror=alert(1)#gt;"] --> B["#lt;style#gt;*{}#lt;/style#gt;"]',
  'settings that allow more':
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "*{fill:url(https://evil.example/)}"}}%%\nflowchart TD\n A["<b onclick=alert(1)>x</b>"] --> B',
  'settings in the front matter':
    '---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  themeVariables:\n    primaryColor: "url(https://evil.example/)"\n---\nflowchart TD\n A --> B["<iframe src=javascript:alert(1)>"]',
  'styles that fetch':
    'flowchart TD\n A --> B\n classDef x fill:url(https://evil.example/#a),filter:url(https://evil.example/)\n class A x\n style B fill:#f00;background:url(https://evil.example/)\n linkStyle 0 stroke:url(https://evil.example/)',
  'an icon': 'flowchart TD\n A@{ icon: "fa:user", label: "x" } --> B["fa:fa-car Car"]',
  'links in a sequence':
    'sequenceDiagram\n participant A\n links A: {"x": "javascript:alert(1)"}\n link A: y @ https://evil.example\n A->>A: <svg onload=alert(1)>',
  'links of classes':
    'classDiagram\n class A\n link A "javascript:alert(1)" "tip"\n click A href "https://evil.example"',
  'a formula': 'flowchart TD\n A["$$x^2 \\href{javascript:alert(1)}{y}$$"] --> B',
};

const allowedElements = new Set(
  'svg title desc defs marker g a rect circle ellipse polygon polyline path text tspan'.split(' '),
);
const allowedAttributes = new Set(
  'class viewBox width height role aria-labelledby text-anchor font-size font-weight font-style id refX refY markerWidth markerHeight markerUnits orient href aria-label data-accent x y rx ry cx cy r points d stroke-width stroke-dasharray fill-opacity transform marker-start marker-end'.split(
    ' ',
  ),
);

/** Returns elements and attributes that a drawing must not contain. */
function forbiddenIn(svg: string): string[] {
  const { document } = new JSDOM(`<body>${svg}`).window;
  return [...document.body.querySelectorAll('*')].flatMap((element) => [
    ...(allowedElements.has(element.localName) ? [] : [element.localName]),
    ...[...element.attributes].flatMap(({ name, value }) =>
      allowedAttributes.has(name) && !/javascript:|https?:|url\((?!#d1-)/i.test(value) ? [] : [`${name}=${value}`],
    ),
  ]);
}

describe('a hostile Mermaid text', { timeout: 60_000 }, () => {
  it.each(Object.keys(hostile))('with %s adds nothing forbidden to the drawing', async (attack) => {
    const drawing = await drawDiagram(request(hostile[attack] ?? ''));
    if ('error' in drawing) {
      expect(drawing.error).not.toContain('\n');
      return;
    }
    expect(forbiddenIn(drawing.svg)).toEqual([]);
    expect(drawing.svg).not.toMatch(/<a |style=|<style/);
    // Only inside tags: the text of a label may contain anything.
    const tags = standaloneSvg(drawing.svg)
      .replace('http://www.w3.org/2000/svg', '')
      .match(/<[^<>]*>|<style>.*<\/style>/g);
    expect(tags?.join('')).not.toMatch(/https?:|href|url\((?!#)/);
  });

  it('with labels that look like HTML shows them as text', async () => {
    const drawing = await drawDiagram(request(hostile['HTML behind entity codes'] ?? ''));
    expect(drawing).toHaveProperty('svg', expect.stringMatching(/>&#x3C;img</));
    expect(drawing).toHaveProperty('svg', expect.stringContaining('>&#x3C;style>*{}&#x3C;/style><'));
  });
});

describe('the link of a node', { timeout: 60_000 }, () => {
  it.each([
    ['/agents/a/?x=1#y', true],
    ['#here', true],
    ['javascript:alert(1)', false],
    ['https://evil.example/', false],
    ['//evil.example/', false],
    ['/\\evil.example/', false],
    ['/\t/evil.example/', false],
  ])('to %j is allowed: %s', async (href, allowed) => {
    const drawing = await drawDiagram(request('flowchart TD\n A --> B', { nodes: [{ id: 'A', href }] }));
    if ('error' in drawing) throw new Error(drawing.error);
    expect(/<a [^>]*href=/.test(drawing.svg)).toBe(allowed);
  });
});
