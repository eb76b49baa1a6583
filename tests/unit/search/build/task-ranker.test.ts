import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { taskRanker, type TaskRanker } from '../../../../src/search/build/task-ranker.ts';
import { indexSource } from '../../../../src/views/find/index-source.ts';

/** Of the thirty tasks, so many must find the right agent first. */
const MIN_RIGHT = 27;

const root = resolve(import.meta.dirname, '../../../..');

function rankerFor(files: Record<string, string>, topics: string): TaskRanker {
  const encoder = new TextEncoder();
  const playbook = createPlaybook(Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })));
  return taskRanker(indexSource(playbook, readTopics(topics, 'topics.yaml')));
}

function agentFile(name: string, description: string, body = 'You help.'): string {
  return `---\nname: ${name}\ndescription: ${description}\n---\n\n${body}\n`;
}

function firstFor(ranker: TaskRanker, task: string): string | undefined {
  return ranker.agents[ranker.rank(task).matches[0]?.agent ?? -1];
}

describe('the thirty tasks', () => {
  test(`at least ${String(MIN_RIGHT)} of thirty tasks in one’s own words find the right agent first`, () => {
    const folder = join(root, 'content/agents');
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const ranker = rankerFor(files, readFileSync(join(root, 'content/topics.yaml'), 'utf8'));
    const tasks = parse(readFileSync(join(root, 'tests/search/tasks.yaml'), 'utf8')) as {
      task: string;
      agent: string;
    }[];
    const wrong = tasks.filter(({ task, agent }) => firstFor(ranker, task) !== agent);
    expect(tasks).toHaveLength(30);
    expect(wrong.map(({ task }) => task).length, wrong.map(({ task }) => task).join('\n')).toBeLessThanOrEqual(
      tasks.length - MIN_RIGHT,
    );
  });
});

describe('ranking agents for a task', () => {
  const topics = 'topics:\n  - id: sql\n    title: SQL\n    synonyms: [SQL]\n    asked: [slow query]\n';
  const ranker = rankerFor(
    {
      'a.md': agentFile('baker', 'Bakes bread from rye flour.'),
      'b.md': agentFile(
        'cook',
        'Cooks soups.',
        '## Delegation\n\n- Bread and rolls → baker\n- Fish → fishmonger\n\n## SQL\n\nWrites SQL for the shopping list.',
      ),
    },
    topics,
  );

  test('the agent whose description has the words comes before one that hands such tasks over', () => {
    const ranking = ranker.rank('fresh bread');
    expect(firstFor(ranker, 'fresh bread')).toBe('baker');
    expect(ranking.fits).toBe(true);
    const cook = ranking.matches.find(({ agent }) => ranker.agents[agent] === 'cook');
    expect(cook?.evidence.flatMap(({ words }) => words)).not.toContain('bread');
  });

  test('words that no file contains are listed, and without others nothing fits', () => {
    const ranking = ranker.rank('a submarine for the kids');
    expect(ranking).toMatchObject({ fits: false, matches: [], unknown: ['submarine', 'kids'] });
  });

  test('an agent is found by a topic for which people use other words than its file', () => {
    expect(firstFor(ranker, 'a slow query')).toBe('cook');
  });

  test('a task without any word finds nothing', () => {
    expect(ranker.rank('?!').matches).toEqual([]);
    expect(ranker.rank('').fits).toBe(false);
  });

  test('an agent that only hands a task over does not fit, and the task is among its delegations', () => {
    const ranking = ranker.rank('fish');
    expect(ranking.fits).toBe(false);
    expect(ranking.matches[0]?.delegations.map(({ words }) => words)).toEqual([['fish']]);
  });
});
