import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../../src/views/shared/index-page.ts';
import { agentFilesOf } from './agent-files.ts';
import { AGENT_COUNT } from './many-agents.ts';
import { all, hrefOf, mainOf, named, nameOf, one, textOf, textsOf } from './html.ts';
import { siteOf } from './sites.ts';

describe('the catalogue', () => {
  it('shows every agent, how many there are, and how many each filter would find', () => {
    const main = mainOf('default', 'agents/');
    const ids = agentFilesOf('default').map(({ id }) => id);
    expect(all(main, 'article :is(h2, h3)').map(nameOf).toSorted()).toEqual(ids);
    expect(textOf(one(main, '[data-status]'))).toBe(`${String(ids.length)} agents`);
    expect(textsOf(main, '[role=search] label')).toEqual(expect.arrayContaining(['Bash 2', 'sonnet 4']));
  });
});

describe('the catalogue of hundreds of agents', () => {
  it('is split into pages, of which the last has the rest', () => {
    const first = mainOf('many', 'agents/');
    expect(all(first, 'article')).toHaveLength(PAGE_SIZE);
    const pages = named(first, 'nav', 'Pages');
    const last = mainOf('many', hrefOf(named(pages, 'a', 'Last')).slice(1));
    expect(all(last, 'article')).toHaveLength(AGENT_COUNT % PAGE_SIZE);
    expect(textsOf(named(last, 'nav', 'Pages'), 'a')).toEqual(['First', 'Previous']);
    const second = hrefOf(named(pages, 'a', 'Next')).slice(1);
    expect(textOf(one(mainOf('many', second), 'h1'))).toBe('Agents, page 2');
  });

  it('is linked from the home page, which shows the first agents', () => {
    const home = mainOf('many', '');
    expect(all(home, 'article').length).toBeLessThan(50);
    expect(hrefOf(named(home, 'a', `All ${String(AGENT_COUNT)} agents`))).toBe('/agents/');
  });

  it('keeps every page below 100 kB and 3,000 elements, and names few agents on it, like every index', () => {
    const { built } = siteOf('many');
    const indexes = [
      ...['agents', 'agents/page/2', 'roster', 'flows', 'gates', 'handoffs', 'delegation', 'topics'],
      ...['access', 'access/page/2', 'compare', 'install', 'problems'],
    ];
    const sizes = indexes.map((index) => {
      const html = readFileSync(join(built, index, 'index.html'), 'utf8');
      return {
        index,
        bytes: Buffer.byteLength(html),
        elements: html.match(/<[a-z]/g)?.length ?? 0,
        // A page that names all of hundreds of agents would be larger with thousands.
        agents: new Set(html.match(/crowd-\d+/g)).size,
      };
    });
    expect(
      sizes.filter(({ bytes, elements, agents }) => bytes > 100_000 || elements > 3_000 || agents > PAGE_SIZE),
    ).toEqual([]);
  });
});
