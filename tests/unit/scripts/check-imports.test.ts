import { describe, expect, it } from 'vitest';
import { findCycles, findUnplaced, findViolations } from '../../../scripts/imports/check-imports.ts';
import { importsIn, type Import } from '../../../scripts/imports/graph.ts';

const imports = (from: string, to: string): Import => ({ from, to, line: 1 });

describe('importsIn', () => {
  it('reads imports of every form with their lines, type imports included', () => {
    const code = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "export * from './c.ts';",
      "const d = await import('./d.ts');",
      "import styles from './e.css?inline';",
      "import { readFile } from 'node:fs/promises';",
    ].join('\n');
    expect(importsIn('src/lib/x.ts', code)).toEqual([
      { from: 'src/lib/x.ts', to: 'src/lib/a.ts', line: 1 },
      { from: 'src/lib/x.ts', to: 'src/b.ts', line: 2 },
      { from: 'src/lib/x.ts', to: 'src/lib/c.ts', line: 3 },
      { from: 'src/lib/x.ts', to: 'src/lib/d.ts', line: 4 },
      { from: 'src/lib/x.ts', to: 'src/lib/e.css', line: 5 },
      { from: 'src/lib/x.ts', to: 'node:fs/promises', line: 6 },
    ]);
  });

  it('reads the front matter and the scripts of an Astro file, and nothing in its markup', () => {
    const page = [
      '---',
      "import A from './A.astro';",
      '---',
      "<p>import b from './b.ts'</p>",
      '<script>',
      "  import './c.ts';",
      '</script>',
    ].join('\n');
    expect(importsIn('src/components/X.astro', page)).toEqual([
      { from: 'src/components/X.astro', to: 'src/components/A.astro', line: 2 },
      { from: 'src/components/X.astro', to: 'src/components/c.ts', line: 6 },
    ]);
  });
});

describe('findViolations', () => {
  it.each([
    ['a component that imports a page', 'src/components/a/A.astro', 'src/pages/index.astro', 'one way'],
    ['a view that imports a component', 'src/views/a.ts', 'src/components/a/a.ts', 'one way'],
    ['a form model that imports a view', 'src/forms/form.ts', 'src/views/a.ts', 'one way'],
    ['a playbook file that imports another layer', 'src/playbook/a.ts', 'src/links.ts', 'the playbook imports only'],
    ['a playbook file that imports Node', 'src/playbook/a.ts', 'node:fs', 'the playbook imports only'],
    ['an element that imports the index builder', 'src/components/a/a.ts', 'src/search/build/a.ts', 'browser code'],
    ['an element that imports Node', 'src/components/a/a.ts', 'node:fs/promises', 'browser code'],
    ['an element that imports a diagram renderer', 'src/components/a/a.ts', 'src/diagrams/draw.ts', 'browser code'],
    ['a helper that imports the playbook', 'src/lib/a.ts', 'src/playbook/a.ts', 'shared helpers'],
    ['a format that imports a query', 'src/search/format/a.ts', 'src/search/query/a.ts', 'what the search stores'],
    ['a query that imports the browser', 'src/search/query/a.ts', 'src/search/browser/a.ts', 'queries'],
    ['a view that reads content', 'src/views/a.ts', 'src/content/agents.ts', 'only pages'],
    ['a page that imports an integration', 'src/pages/a.ts', 'src/integrations/a.ts', 'only astro.config.mjs'],
  ])('reports %s', (_, from, to, rule) => {
    const [violation] = findViolations([imports(from, to)]).filter((line) => line.includes(rule));
    expect(violation).toContain(`${from}:1 imports ${to}: `);
  });

  it('accepts imports of the same layer and of lower ones', () => {
    expect(
      findViolations([
        imports('src/pages/index.astro', 'src/components/a/A.astro'),
        imports('src/components/a/A.astro', 'src/components/b/B.astro'),
        imports('src/components/a/a.ts', 'src/diagrams/standalone.ts'),
        imports('src/views/a.ts', 'src/playbook/a.ts'),
        imports('src/playbook/a.ts', 'satteri'),
        imports('src/diagrams/draw.ts', 'node:fs'),
      ]),
    ).toEqual([]);
  });
});

describe('findUnplaced', () => {
  it('reports a file in a folder that is no layer', () => {
    expect(findUnplaced(['src/lib/a.ts', 'src/helpers/a.ts'])).toEqual([expect.stringContaining('src/helpers/a.ts')]);
  });
});

describe('findCycles', () => {
  it('reports each group of files that import each other once, and no file that only leads there', () => {
    const cycles = findCycles([
      imports('a', 'b'),
      imports('b', 'c'),
      imports('c', 'b'),
      imports('c', 'd'),
      imports('e', 'f'),
      imports('f', 'g'),
      imports('g', 'e'),
    ]);
    expect(cycles).toEqual([
      ['b', 'c'],
      ['e', 'f', 'g'],
    ]);
  });

  it('accepts two ways to the same file', () => {
    expect(findCycles([imports('a', 'b'), imports('a', 'c'), imports('b', 'd'), imports('c', 'd')])).toEqual([]);
  });
});
