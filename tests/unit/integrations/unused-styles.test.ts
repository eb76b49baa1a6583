import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStyles, stylePruner, writeStyles } from '../../../src/integrations/unused-styles.ts';

const keep = (css: string, ...used: string[]) => writeStyles(parseStyles(css), (name) => used.includes(name));

describe('writeStyles', () => {
  it.each([
    ['rules without classes', '@layer a,b;a{color:red}[data-x=".y,z"]{top:0}@keyframes k{0%{top:0}to{top:1px}}'],
    ['at-rules with rules inside', '@layer c{@media (width>=64rem){.used{top:0;left:0}}}'],
    ['nested rules', '.used{top:0;& a{left:0}&>*+*{right:0}}'],
    ['rules whose unused class is in parentheses', 'p:not(.x,:has(:is(.y>.z))){top:0}a:is(.x,.used){top:0}'],
    ['strings and URLs with braces and semicolons', `.used:after{content:"};{\\"";background:url(a;b{c)}`],
    ['rules with escaped characters', '.x\\:y{top:0}'],
  ])('keeps %s', (_what, css) => {
    expect(keep(css, 'used')).toBe(css);
  });

  it('removes a rule that needs a class that is not used, also inside of others', () => {
    expect(keep('.x{top:0}.used .x{top:0}.used{top:0;& .x{top:0}}b{top:0}', 'used')).toBe('.used{top:0}b{top:0}');
  });

  it('removes only the selectors that cannot match', () => {
    expect(keep('.x,.used:is(a,b),.y a{top:0}', 'used')).toBe('.used:is(a,b){top:0}');
  });

  it('removes an at-rule of which nothing remains', () => {
    expect(keep('@media print{@supports (a:b){.x{top:0}}}a{top:0}')).toBe('a{top:0}');
  });
});

describe('stylePruner', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'styles-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const rules = (names: string[]) => names.map((name) => `.${name}{top:0}`).join('');
  const page = (names: string[], body: string) => `<head><style>${rules(names)}</style></head>${body}`;

  it('keeps what the page, its scripts and the files that they load may need', () => {
    write('_astro/site.js', 'e.className=`from-script`');
    write('gates/items.json', '["<p class=\\"from-items\\">"]');
    write('handoffs/x/index.html', '<form class="handoff-form from-form">');
    const prune = stylePruner(root, '/base/');
    const body = `<script>document.body.classList.add('from-inline')</script>
      <p class="here and-here"><a class="x" href="/base/handoffs/x/" data-fill-in>Fill in</a>`;
    const used = ['here', 'and-here', 'from-script', 'from-items', 'from-form', 'from-inline', 'x'];
    expect(prune(page([...used, 'elsewhere'], body), 'gates/index.html').html).toBe(page(used, body));
  });

  it('leaves text that looks like a style alone', () => {
    const body = '<p title="<style>.gone{top:0}</style>">&lt;style>.gone{top:0}&lt;/style></p>';
    expect(stylePruner(root, '/')(page(['gone'], body), 'index.html').html).toBe(page([], body));
  });
});
