import { describe, expect, it } from 'vitest';
import { findHiddenText } from '../../../../src/playbook/source/hidden-text.ts';
import { findSecrets } from '../../../../src/playbook/source/secrets.ts';

// In parts, so that no scanner of secrets takes the test for a leak.
const joined = (...parts: string[]) => parts.join('');
const random = 'k3VtW9aQz7LmXc2RbN8sYd4HfG6jPu1TeKo0';

describe('secrets', () => {
  it.each([
    ['ghp', joined('gh', 'p_', random), 'a token of GitHub'],
    ['AKIA', joined('AK', 'IA', 'Z7QWERTY2LMNOPQ3'), 'an access key of AWS'],
    ['AIza', joined('AI', 'za', random.slice(1)), 'a key of Google'],
    ['private key', joined('-----BEGIN PRIV', 'ATE KEY-----\n', random, random.slice(0, 28), '\n'), 'a private key'],
  ])('are found by their form: %s', (_, text, what) => {
    expect(findSecrets(`first\nkey=${text}`.replace('key=-', '-'))).toMatchObject([{ line: 2, what }]);
  });

  it.each([
    joined('gh', 'p_', 'x'.repeat(36)),
    joined('AK', 'IA', 'IOSFODNN7EXAMPLE'),
    joined('gh', 'p_', 'abcdefghijklmnopqrstuvwxyz1234567890'),
    joined('-----BEGIN PRIV', 'ATE KEY-----\n...\n'),
    'sk-your-key-here',
  ])('are not found in placeholders: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('hidden text', () => {
  it('is found with its position and its code point', () => {
    expect(findHiddenText('a\nb \u202Ec\u202C')).toEqual([
      { line: 2, column: 3, what: 'the bidirectional control U+202E' },
    ]);
    expect(findHiddenText('a\u{E0041}')).toEqual([{ line: 1, column: 2, what: 'the tag character U+E0041' }]);
  });

  it('does not include the marks of right-to-left languages, or the tags of a flag', () => {
    expect(findHiddenText('שלום\u200F! \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}')).toEqual([]);
  });
});
