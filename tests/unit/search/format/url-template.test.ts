import { describe, expect, it } from 'vitest';
import { fillUrlTemplate, toUrlTemplate } from '../../../../src/search/format/url-template.ts';

describe('a URL template', () => {
  it.each([
    ['/base/agents/ann/#locks', 'ann'],
    ['/base/agents/bob%20b/#locks', 'bob b'],
    ['/base/agents/$&/#locks', '$&'],
    ['/a/agents/a/#a', 'a'],
    ['/a/agents/agents/#a', 'agents'],
    ['/a/gates/a-b-gate/', 'a-b'],
  ])('gives back %s for the same agent', (url, agent) => {
    expect(fillUrlTemplate(toUrlTemplate(url, agent), agent)).toBe(url);
  });

  it('gives the address of the same section of another agent', () => {
    expect(fillUrlTemplate(toUrlTemplate('/a/agents/a/#a', 'a'), 'bob b')).toBe('/a/agents/bob%20b/#a');
  });
});
