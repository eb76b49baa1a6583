import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { site } from '../../../../src/site.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { filesAndPagesOf, linkResolver } from '../../../../src/views/shared/link-resolver.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const file = (path: string, name: string) => ({
  path,
  bytes: bytesOf(`---\nname: ${name}\ndescription: y\n---\n# Job\n\n## Über uns\n\n## Start {#begin}\n`),
});
const { agents } = createPlaybook([
  file('hub.md', 'hub'),
  file('web/helper.md', 'web-helper'),
  file('api/helper.md', 'api-helper'),
  file('api/name with space.md', 'spaced'),
  file('api/chat.agent.md', 'chat'),
]);
const idOf = (name: string) => agents.find((agent) => agent.name === name)?.id ?? '';
const page = (name: string) => `/agents/${idOf(name)}/`;

/** Resolves a link in the file of an agent. */
function resolve(url: string, from = 'hub', where: 'own' | 'other' = 'own'): string | undefined {
  const agent = agents.find(({ name }) => name === from);
  return agent && linkResolver(agent, filesAndPagesOf(agents), where)(url);
}

const { agents: folder, repository } = site;
beforeEach(() => {
  site.agents = join(site.folder, 'content/agents');
});
afterEach(() => {
  site.agents = folder;
  site.repository = repository;
});

describe('a link in the file of an agent', () => {
  it('leads to the page of another file, relative to its own', () => {
    expect(resolve('web/helper.md')).toBe(page('web-helper'));
    expect(resolve('./api/helper.md')).toBe(page('api-helper'));
    expect(resolve('../api/helper.md', 'web-helper')).toBe(page('api-helper'));
    expect(resolve('helper.md', 'api-helper')).toBe(page('api-helper'));
    expect(resolve('/web/helper.md', 'api-helper')).toBe(page('web-helper'));
  });

  it('may be encoded, lack its extension, differ in case, or have a query', () => {
    expect(resolve('api/name%20with%20space.md')).toBe(page('spaced'));
    expect(resolve('api/name with space.md')).toBe(page('spaced'));
    expect(resolve('web/helper')).toBe(page('web-helper'));
    expect(resolve('api/chat')).toBe(page('chat'));
    expect(resolve('Web/HELPER.md')).toBe(page('web-helper'));
    expect(resolve('web/helper.md?plain=1')).toBe(page('web-helper'));
    expect(resolve(`/agents/${idOf('spaced')}/`)).toBe(page('spaced'));
  });

  it('keeps its fragment if the other file has that heading', () => {
    expect(resolve('web/helper.md#job')).toBe(`${page('web-helper')}#job`);
    expect(resolve('web/helper.md#Job')).toBe(`${page('web-helper')}#job`);
    expect(resolve('web/helper.md#begin')).toBe(`${page('web-helper')}#begin`);
    expect(resolve('web/helper.md#nowhere')).toBe(page('web-helper'));
  });

  it('leads to a heading of its own file, also from other pages', () => {
    expect(resolve('#job')).toBe('#job');
    expect(resolve('#%C3%BCber-uns')).toBe('#%C3%BCber-uns');
    expect(resolve('#job', 'hub', 'other')).toBe(`${page('hub')}#job`);
    expect(resolve('#start')).toBeUndefined();
  });

  it('leads to the repository if the site has one and the target is no agent', () => {
    expect(resolve('docs/design.md')).toBeUndefined();
    site.repository = 'https://example.org/team/blob/main/';
    expect(resolve('docs/design.md')).toBe('https://example.org/team/blob/main/content/agents/docs/design.md');
    expect(resolve('../../scripts/a b.sh#L3', 'hub')).toBe('https://example.org/team/blob/main/scripts/a%20b.sh#L3');
    expect(resolve('/README.md')).toBe('https://example.org/team/blob/main/README.md');
    expect(resolve('../../../../secret.md')).toBeUndefined();
  });

  it('is an address only if it is of the web or of mail', () => {
    expect(resolve('https://example.org/')).toBe('https://example.org/');
    expect(resolve('mailto:a@example.org')).toBe('mailto:a@example.org');
    for (const url of ['javascript:alert(1)', 'slack://x', 'tel:+1', 'data:text/html,x', '//example.org/x', '']) {
      expect(resolve(url)).toBeUndefined();
    }
  });
});
