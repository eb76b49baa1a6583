import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from './recognised.ts';

describe('a message', () => {
  it.each([
    ['request', '{"requesting_agent": "a", "payload": {}}'],
    ['request', '{"request_type": "b"}'],
    ['progress', '{"agent": "a", "status": "working"}'],
    ['progress', '{"status": "x", "progress": {}}'],
    ['audit', '{"timestamp": "t", "operation": "o"}'],
    ['audit', '{"timestamp": "t", "outcome": 1}'],
    ['request', '{"agent": "a", "task": "t"}'],
    ['progress', '{"from_agent": "a", "findings": []}'],
  ])('is recognised as a %s by its keys: %s', (purpose, json) => {
    expect(found('message', fence('json', json))).toMatchObject([{ purpose, text: json, sentence: '' }]);
    expect(found('message', fence('', '', `  ${json}`, ''))).toMatchObject([{ purpose }]);
  });

  it('can be a code span in a sentence', () => {
    const [message] = found('message', 'Send **this**: `{"request_type": "$&"}` at\nonce.');
    expect(message).toMatchObject({
      purpose: 'request',
      text: '{"request_type": "$&"}',
      sentence: 'Send this: at once.',
    });
  });

  it('keeps its text as written, whatever its keys are', () => {
    const json = '{"__proto__": {"request_type": 1}, "request_type": {"constructor": null}}';
    expect(found('message', fence('json', json))).toMatchObject([{ text: json }]);
  });

  it.each([
    ['JSON that is no message', '{"name": "x", "version": 1}'],
    ['broken JSON', '{"request_type": "x",}'],
    ['JSON that is left open', '{"request_type": "x", "count": {{count}}'],
    ['a line of a log', '{"timestamp": "t", "level": "info", "event": "e"}'],
    ['a list', '[{"request_type": "x"}]'],
    ['a status alone', '{"status": "ok"}'],
    ['a timestamp alone', '{"timestamp": 1}'],
    ['Rust', '{ request_type }'],
    ['words', '"request_type"'],
  ])('is not recognised in %s', (_, code) => {
    expect(blocksOf(fence('json', code))).toEqual(['code']);
  });

  it('is not recognised in a paragraph with several JSON code spans, or with invalid JSON', () => {
    expect(blocksOf('`{"request_type": 1}` or `{"request_type": 2}`')).toEqual(['prose']);
    expect(blocksOf('`{"request_type": 1`')).toEqual(['prose']);
  });

  it.each([
    ['placeholders', '{"task": {{task}}, "agent": "{{who}}"}'],
    ['signs for values', '{"request_type": "x", "loaves": <number>, "more": [...], "rest": …}'],
    ['comments', '{"request_type": "x", // https://example.org\n}'],
    ['a choice of values', '{"request_type": "x", "warm": true | false, "heat": 0.5-1.0}'],
  ])('can have %s in its JSON', (_, code) => {
    expect(found('message', fence('json', code))).toMatchObject([{ purpose: 'request', text: code }]);
  });

  it('is not recognised below a title about the answers of a server', () => {
    const json = fence('json', '{ "loaves": [], "burnt": 2 }');
    expect(found('message', text('# REST response format', json))).toEqual([]);
    expect(found('message', text('# Output format', '**Error response format**:', json))).toEqual([]);
  });

  it('is recognised by a type only if the id of a request, a sender or a receiver is beside it', () => {
    expect(found('message', fence('json', '{ "type": "done", "request_id": "7" }'))).toHaveLength(1);
    expect(found('message', fence('json', '{ "type": "done" }'))).toEqual([]);
  });

  it('can have any keys below a title or a sentence that calls it a message, a report or a handoff', () => {
    const json = fence('json', '{ "loaves": [], "burnt": 2 }');
    expect(found('message', text('# Output format', json))).toMatchObject([
      { purpose: 'progress', title: 'Output format' },
    ]);
    expect(found('message', text('# Baker', 'Hand off to the shop with this handoff:', json))).toMatchObject([
      { purpose: 'request' },
    ]);
    expect(found('message', text('# Baker', 'Ask for the order in this format:', json))).toHaveLength(1);
    expect(found('message', text('# What you produce', 'A file `loaves.json`:', json))).toHaveLength(1);
    expect(found('message', text('# What you read', 'A file `loaves.json`:', json))).toEqual([]);
    expect(found('message', text('# Configuration', json))).toEqual([]);
    expect(found('message', text('# Status file format', 'Write to `.shop/state.json`:', json))).toHaveLength(1);
    expect(found('message', text('# Output format', '## When it burns', json))).toHaveLength(1);
    expect(found('message', text('# Bread', 'Produce the `baked` artifact in loaves.json:', json))).toHaveLength(1);
    expect(found('message', text('# Orders', 'Write the order to /tmp/order.json:', json))).toEqual([]);
  });

  it('can have several lines, of which each is a message of its own', () => {
    const lines = '{"ts": "t", "from": "a", "type": "status", "story": "1"}\n{"from": "a", "type": "blocked"}';
    expect(found('message', fence('jsonl', lines))).toMatchObject([{ purpose: 'progress', text: lines }]);
    expect(blocksOf(fence('jsonl', `${lines}\n{broken}`))).toEqual(['code']);
  });

  it('can have any keys below a paragraph that begins by asking for JSON', () => {
    const json = fence('json', '{ "loaves": 2 }');
    expect(found('message', text('# Baker', 'Emit one JSON object.', 'No other words.', '', json))).toHaveLength(1);
    expect(found('message', text('# Baker', 'Write to the file loaves.json now.', '', json))).toEqual([]);
    expect(found('message', text('# Baker', 'The oven reads JSON.', '', json))).toEqual([]);
  });

  it('can have comments, and several values to choose from', () => {
    const json = fence('json', '{', '  "heat": "low" | "high" | none, # one of them', '  "loaves": <n> // all', '}');
    expect(found('message', text('# Output format', json))).toHaveLength(1);
    expect(found('message', text('# Output format', fence('json', '{ "heat": "low" "high" }')))).toEqual([]);
  });
});
