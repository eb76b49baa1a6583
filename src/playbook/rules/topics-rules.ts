import { inFile, type Rule, type RuleExample } from './rule.ts';

function topics(...lines: string[]): RuleExample {
  return inFile(`topics:\n${lines.map((line) => `  ${line}\n`).join('')}`, 'topics.yaml');
}

const good = topics('- id: tides', '  title: Tides', '  synonyms: [high water]');

/** Rules about the topics file. */
export const topicsRules = {
  'topics-unreadable': {
    severity: 'error',
    title: 'The topics file cannot be read',
    message: (reason) => `The topics file cannot be read (${reason}).`,
    advice: 'Check the path in the setting `topics`, and the permissions of the file.',
    explanation: 'Without it, the site has no topics. Everything else works.',
    bad: { ...good, unreadable: 'ENOENT' },
    good,
    checkedIn: 'topics',
  },
  'topics-not-yaml': {
    severity: 'error',
    title: 'The topics file is not valid YAML',
    message: (reason) => `This is not valid YAML (${reason}); the rest of the file is used.`,
    advice: 'Put words that start with a symbol or contain a colon in quotes, and indent all items of a list the same.',
    explanation: 'A word such as `&str` has a meaning in YAML, unless it is in quotes.',
    bad: topics('- id: tides', '  title: "Tides', '  synonyms: [high water]'),
    good,
    checkedIn: 'topics',
  },
  'topics-shape': {
    severity: 'error',
    title: 'A part of the topics file has the wrong shape',
    message: (detail) => `${detail}, so it is ignored.`,
    advice: 'Follow the format that the first lines of the playbook’s own topics file explain.',
    explanation: 'A topic is a mapping with an id, a title and words; the words are a list.',
    bad: topics('- id: tides', '  title: Tides', '  synonyms: { high: water }'),
    good,
    checkedIn: 'topics',
  },
  'topics-unknown-key': {
    severity: 'warning',
    title: 'A key of the topics file is unknown',
    message: (detail) => `${detail}, so it is ignored.`,
    advice: 'Check the spelling of the key.',
    explanation: 'The words below a misspelt key are never looked for.',
    bad: topics('- id: tides', '  title: Tides', '  synonym: [high water]'),
    good,
    checkedIn: 'topics',
  },
  'topic-id': {
    severity: 'warning',
    title: 'The id of a topic is missing or cannot be part of a URL',
    message: (detail) => detail,
    advice: 'Give the topic an `id` of lower-case letters, digits and hyphens.',
    explanation: 'The id is part of the address of the topic’s page, so it should not depend on the title.',
    bad: topics('- id: High Tides', '  title: Tides', '  synonyms: [high water]'),
    good,
    checkedIn: 'topics',
  },
  'topic-duplicate': {
    severity: 'error',
    title: 'Two topics have the same id',
    message: (id) => `Another topic above has the id “${id}”, so this one is ignored.`,
    advice: 'Merge the two topics, or give this one another id.',
    explanation: 'Each topic has one page, and its id is the address.',
    bad: topics('- id: tides', '  title: Tides', '- id: tides', '  title: Ebb'),
    good: topics('- id: tides', '  title: Tides', '- id: ebb', '  title: Ebb'),
    checkedIn: 'topics',
  },
  'topic-word-unfindable': {
    severity: 'warning',
    title: 'A word of a topic cannot be found',
    message: (word) => `“${word}” contains no letter or digit, so it cannot be found in a text.`,
    advice: 'Move it to `asked`, which only search uses.',
    explanation: 'Topics are found by whole words.',
    bad: topics('- id: tides', '  title: Tides', '  synonyms: ["~~"]'),
    good,
    checkedIn: 'topics',
  },
} as const satisfies Record<string, Rule>;
