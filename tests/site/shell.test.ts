import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, allNamed, hrefOf, mainOf, named, nameOf, one, pageAt, textOf, textsOf } from './html.ts';
import { pagesOf, siteOf } from './sites.ts';

const persona = pageAt('default', 'agents/rust-pro/');

describe('the frame of every page', () => {
  it('has each landmark once', () => {
    for (const landmark of ['body > header', 'main', 'body > footer']) expect(all(persona, landmark)).toHaveLength(1);
    expect(all(persona, 'nav').map(nameOf)).toEqual(expect.arrayContaining(['Main', 'Breadcrumbs']));
  });

  it('is not painted before its header is there', () => {
    const awaited = one(persona, 'head link[rel=expect][blocking=render]').getAttribute('href') ?? '';
    expect(one(persona, 'body > header').id).toBe(awaited.slice(1));
  });

  it('links to every list of the site', () => {
    const links = all(named(persona, 'nav', 'Main'), 'a').map(hrefOf);
    expect(links).toEqual(
      ['find', 'agents', 'topics', 'compare', 'access', 'problems', 'decide', 'flows', 'handoffs', 'gates']
        .concat(['delegation', 'roster', 'guide'])
        .map((list) => `/${list}/`),
    );
  });

  it('marks the current page or its parent in the navigation', () => {
    const current = (route: string) => {
      const page = pageAt('default', route);
      return [
        named(page, 'nav[aria-label=Main] button', 'Find').getAttribute('aria-current'),
        named(page, 'nav[aria-label=Main] a', /^Agents/).getAttribute('aria-current'),
        named(page, 'header a', 'Rust Agent Playbook').getAttribute('aria-current'),
      ];
    };
    expect(current('agents/')).toEqual(['true', 'page', null]);
    expect(current('agents/rust-pro/')).toEqual(['true', 'true', null]);
    expect(current('')).toEqual([null, null, 'page']);
    const gates = named(pageAt('default', 'gates/'), 'nav[aria-label=Main] a', /^Gates/);
    expect(gates.getAttribute('aria-current')).toBe('page');
  });

  it('has breadcrumbs, all of them links but the last', () => {
    const trail = named(persona, 'nav', 'Breadcrumbs');
    expect(textsOf(trail, 'li')).toEqual(['Home', 'Agents', 'rust-pro']);
    expect(all(trail, 'li').at(-1)?.getAttribute('aria-current')).toBe('page');
    expect(all(trail, 'a').map(hrefOf)).toEqual(['/', '/agents/']);
  });

  it('comes with security headers', () => {
    const headers = readFileSync(join(siteOf('default').built, '_headers'), 'utf8');
    expect(headers).toMatch(/Content-Security-Policy: [^\n]*default-src 'none'/);
    expect(headers).toMatch(/Content-Security-Policy: [^\n]*frame-ancestors 'none'/);
    // Each page's own policy is stricter about styles: every-page.test.ts checks it.
    expect(headers).toMatch(/script-src (?![^;]*unsafe-inline)/);
    expect(headers).toContain('X-Content-Type-Options: nosniff');
  });

  it('has a favicon that exists', () => {
    const icon = hrefOf(one(persona, 'link[rel=icon]'));
    expect(icon).toMatch(/\.svg$/);
    expect(existsSync(join(siteOf('default').built, icon))).toBe(true);
  });

  it('has a second skip link to the first field on the page of a form', () => {
    const form = pageAt('default', 'handoffs/rust-pro-rust-performance-request/');
    const skip = hrefOf(named(form, 'a', 'Skip to the form')).slice(1);
    expect(form.getElementById(skip)?.localName).toBe('textarea');
  });

  it('has scripts that load at once only where the page needs them: nothing of search is preloaded', () => {
    expect(all(pageAt('default', 'search/'), 'link[rel=preload], link[rel=modulepreload][href*="/pagefind/"]')).toEqual(
      [],
    );
  });
});

describe('the search page without JavaScript', () => {
  it('says why it cannot search, and links to lists', () => {
    const noscript = one(mainOf('default', 'search/'), 'noscript');
    expect(textOf(noscript)).toContain('Search runs in your browser and needs JavaScript.');
    expect(hrefOf(named(noscript, 'a', 'browse all agents'))).toBe('/agents/');
  });
});

describe('a link of the home page', () => {
  it('leads to the list of topics', () => {
    expect(hrefOf(named(mainOf('default', ''), 'a', /^\d+ topics$/))).toBe('/topics/');
    expect(allNamed(mainOf('default', ''), 'a', 'Filter all agents').map(hrefOf)).toEqual(['/agents/']);
  });
});

describe('the most similar agents', () => {
  it('are compared on a page that needs no JavaScript', () => {
    const address = hrefOf(named(mainOf('default', 'agents/rust-pro/'), 'a', 'Compare them'));
    const comparison = mainOf('default', address.replace(/[?#].*$/, '').slice(1));
    expect(named(comparison, 'table', /^Comparison of rust-pro/)).toBeDefined();
  });
});

describe('every diagram', () => {
  it('is part of the page, without inline styles, scripts or URLs of other hosts', () => {
    const drawings = pagesOf('default').flatMap(({ file }) => {
      const html = readFileSync(join(siteOf('default').built, file), 'utf8');
      return [...html.matchAll(/<svg[^>]*diagram-svg[\s\S]*?<\/svg>/g)].map(([svg]) => ({ file, svg }));
    });
    expect(new Set(drawings.map(({ file }) => file)).size).toBeGreaterThan(5);
    for (const { file, svg } of drawings) {
      expect(svg, file).not.toMatch(/<style|\sstyle=|<script|\son\w+=|(?:href|src)="(?:https?:)?\/\//);
    }
  });

  it('links an agent’s node to the agent’s page', () => {
    const diagram = named(
      mainOf('default', 'flows/rust-pro-high-performance-rust-service/'),
      '[role=group]',
      /^Diagram/,
    );
    const links = all(diagram, 'svg a').filter((link) => textOf(link).includes('@rust-pro'));
    expect(links.map((link) => link.getAttribute('href') ?? link.getAttribute('xlink:href'))).toContain(
      '/agents/rust-pro/',
    );
  });
});
