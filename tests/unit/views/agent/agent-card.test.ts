import { describe, expect, it } from 'vitest';
import { agentCard } from '../../../../src/views/agent/agent-card.ts';
import { modelName } from '../../../../src/views/agent/model-name.ts';
import { shortened, shortList } from '../../../../src/views/shared/text.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';

function cardOf(frontMatter: string) {
  const bytes = new TextEncoder().encode(`---\n${frontMatter}\n---\n\n# Work\n`);
  const [agent] = createPlaybook([{ path: 'odd.md', bytes }]).agents;
  if (!agent) throw new Error('There is no agent.');
  return agentCard(agent, []);
}

describe('the card of an agent', () => {
  it('names the first tools and counts the others, which the filter still finds', () => {
    const tools = Array.from({ length: 44 }, (_, index) => `Tool${String(index)}`);
    const { toolsText, words } = cardOf(`name: odd\ndescription: Does it.\ntools: ${tools.join(', ')}`);
    expect(toolsText).toBe('Tool0, Tool1, Tool2, Tool3, Tool4, Tool5, Tool6, Tool7 and 36 more');
    expect(words).toContain('Tool43');
    expect(words).not.toMatch(/Tool7\b/);
  });

  it('never fills the screen, however long the texts of a file are', () => {
    const long = 'word '.repeat(2_000).trim();
    const { name, summary, toolsText, model } = cardOf(
      `name: ${'n'.repeat(3_000)}\ndescription: ${long}\nmodel: ${'m'.repeat(3_000)}\ntools: [${'T'.repeat(3_000)}, Read]`,
    );
    expect([name, summary, toolsText, model].map((text) => text.length < 420)).toEqual([true, true, true, true]);
  });
});

describe('the name of a model', () => {
  it.each([
    ['claude-sonnet-4-5-20250929', 'Claude Sonnet 4.5'],
    ['claude-3-5-haiku-latest', 'Claude 3.5 Haiku'],
    ['anthropic/claude-opus-4', 'Claude Opus 4'],
    ['us.anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet'],
    ['gpt-4o-mini', 'GPT-4o Mini'],
    ['gemini-2.5-pro', 'Gemini 2.5 Pro'],
    ['sonnet', 'sonnet'],
    ['Claude Sonnet 4', 'Claude Sonnet 4'],
    ['qwen3:8b', 'qwen3:8b'],
  ])('of %s is %s', (id, name) => {
    expect(modelName(id)).toBe(name);
  });
});

describe('a short text', () => {
  it('ends at a word, with an ellipsis, and never within a character', () => {
    expect(shortened('one two three', 9)).toBe('one two …');
    expect(shortened('😀😀😀', 5)).toBe('😀😀 …');
    expect(shortened('one', 3)).toBe('one');
  });

  it('names all of a list if there would be only one more', () => {
    expect(shortList(['a', 'b', 'c'], 80, 2)).toBe('a, b, c');
    expect(shortList(['a', 'b', 'c', 'd'], 80, 2)).toBe('a, b and 2 more');
    expect(shortList(['aaaa', 'bbbb', 'cccc'], 9, 8)).toBe('aaaa and 2 more');
  });
});
