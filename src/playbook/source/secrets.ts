import type { Position } from '../problems.ts';

/** A text that looks like a key which gives access to something. */
export interface Secret extends Position {
  /** Whose key it is, with an article. It does not contain the key. */
  what: string;
}

/** The forms that providers document for their keys. Each begins with a prefix that no other text has. */
const forms: readonly (readonly [what: string, form: RegExp])[] = [
  ['a key of Anthropic', /\bsk-ant-[a-z]+\d{2}-[\w-]{60,200}/],
  ['a key of OpenAI', /\bsk-(?:proj-)?[A-Za-z0-9]{20,200}T3BlbkFJ[A-Za-z0-9]{20,200}/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/],
  ['a token of GitLab', /\bglpat-[\w-]{20}\b/],
  ['an access key of AWS', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a key of Google', /\bAIza[\w-]{35}(?![\w-])/],
  ['a token of Slack', /\bxox[baprs]-\d{10,13}-\d{10,13}-[A-Za-z0-9]{20,40}/],
  ['a key of Stripe', /\b[sr]k_live_[A-Za-z0-9]{24,100}\b/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
];

/** Letters and digits that differ, at least, in a random key of 16 signs or more. */
const MIN_DISTINCT = 9;

/** Signs of the shortest line of a private key. */
const PRIVATE_KEY_LINE = /^\s*[A-Za-z0-9+/]{60,80}={0,2}\s*$/;

/** Finds keys by their form: one in a line. A placeholder such as `ghp_xxxxxxxx` is none. */
export function findSecrets(text: string): Secret[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (/^\s*-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*$/.test(line) && PRIVATE_KEY_LINE.test(lines[index + 1] ?? '')) {
      return [{ line: index + 1, column: 1, what: 'a private key' }];
    }
    for (const [what, form] of forms) {
      const match = form.exec(line);
      if (match && !isPlaceholder(match[0])) return [{ line: index + 1, column: match.index + 1, what }];
    }
    return [];
  });
}

/** Whether a key is made up: it says so, repeats a few signs, or counts. */
function isPlaceholder(key: string): boolean {
  if (/example|sample|your|fake|dummy|test|x{4}|0{4}|1234|abcd/i.test(key)) return true;
  return new Set(key.slice(-24)).size < MIN_DISTINCT;
}
