import { describe, expect, it } from 'vitest';
import { promptText } from '../../../src/forms/prompt.ts';

describe('a prompt', () => {
  it('starts with the receiving agent, the task and the known answers', () => {
    const known = [
      { question: 'Which platform?', answer: 'Linux' },
      { question: '', answer: 'two\nlines' },
    ];
    expect(promptText({ to: 'a-b', task: 'Make it fast', known }, '## T\n**A**: x')).toBe(
      '@a-b Make it fast\n\nAlready known:\n\n- Which platform? Linux\n- two\n  lines\n\n## T\n**A**: x',
    );
  });

  it('leaves out the parts that are empty', () => {
    expect(promptText({}, '## T\n')).toBe('## T\n');
    expect(promptText({ to: 'a-b', task: ' ' }, '## T')).toBe('@a-b\n\n## T');
    expect(promptText({ task: 'Do it', known: [] }, '## T')).toBe('Do it\n\n## T');
    expect(promptText({ to: 'a-b', task: 'Do it' }, '')).toBe('@a-b Do it');
  });

  it('contains the text unchanged', () => {
    const text = '$& $1 `x` </script> ** 🦀 \u0000\n\n\n  end  ';
    expect(promptText({ to: 'a' }, text)).toBe(`@a\n\n${text}`);
  });
});
