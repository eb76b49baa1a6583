import { agentText, inFile, type Rule } from './rule.ts';

/** Rules about front matter as YAML. */
export const frontMatterRules = {
  'front-matter-unquoted': {
    severity: 'error',
    title: 'A value needs quotes',
    message: (key) => `The value of \`${key}\` is not valid YAML without quotes; it was read as if it had them.`,
    advice: 'Put the whole value in double quotes, or use a block (`|`). Until then, Claude Code skips the file.',
    explanation:
      'A colon followed by a space starts a new key. It is the most frequent reason why an agent does not load.',
    bad: inFile('---\nname: tide-clerk\ndescription: Keeps tables: tides, moons.\n---\n\nYou keep tables.\n'),
    good: inFile('---\nname: tide-clerk\ndescription: "Keeps tables: tides, moons."\n---\n\nYou keep tables.\n'),
  },
  'front-matter-unreadable': {
    severity: 'error',
    title: 'Front matter is not valid YAML',
    message: (reason) => `The front matter is not valid YAML (${reason}); its keys were read line by line.`,
    advice:
      'Correct this place. Write each key once, put values with colons or brackets in quotes, and indent with spaces.',
    explanation: 'Tools refuse the whole file. A key that occurs twice and a tab before a list item are common causes.',
    bad: inFile(agentText(undefined, ['model: opus', 'model: haiku'])),
    good: inFile(agentText(undefined, ['model: opus'])),
  },
  'front-matter-comment': {
    severity: 'warning',
    title: 'A value is cut off at a #',
    message: (key) =>
      `The value of \`${key}\` contains a space and a \`#\`, so YAML drops the rest of the line as a comment.`,
    advice: 'Put the whole value in double quotes.',
    explanation: 'The description decides when the agent is called. Half of it says something else.',
    bad: inFile('---\nname: tide-clerk\ndescription: Answers issue #12 and later ones.\n---\n\nYou keep tables.\n'),
    good: inFile('---\nname: tide-clerk\ndescription: "Answers issue #12 and later ones."\n---\n\nYou keep tables.\n'),
  },
  'front-matter-colour': {
    severity: 'warning',
    title: 'A colour is read as a comment',
    message: (key) =>
      `To YAML, the value of \`${key}\` is a comment, because it starts with \`#\`; it was read as a colour.`,
    advice: 'Put the value in quotes.',
    explanation: 'Without quotes, the key has no value.',
    bad: inFile(agentText(undefined, ['mode: subagent', 'color: #1188cc'])),
    good: inFile(agentText(undefined, ['mode: subagent', 'color: "#1188cc"'])),
  },
  'front-matter-space': {
    severity: 'error',
    title: 'A special space where YAML needs a normal one',
    message: () =>
      'The front matter contains a special space, such as a non-breaking one, where YAML needs a normal space.',
    advice: 'Replace it with a normal space. Until then, tools cannot read the front matter.',
    explanation: 'Text that is copied from a web page often has non-breaking spaces, which no editor shows.',
    bad: inFile('---\nname:\u00A0tide-clerk\ndescription: Keeps the tide tables.\n---\n\nYou keep tables.\n'),
    good: inFile('---\nname: tide-clerk\ndescription: Keeps the tide tables.\n---\n\nYou keep tables.\n'),
  },
  'front-matter-case': {
    severity: 'error',
    title: 'A key is written in the wrong case',
    message: (detail) => `${detail}: keys are case-sensitive, so tools ignore it. It was read all the same.`,
    advice: 'Write the key in the right case.',
    explanation: 'An agent with `Tools:` instead of `tools:` may use every tool.',
    bad: inFile(agentText(undefined, ['Tools: Read'])),
    good: inFile(agentText(undefined, ['tools: Read'])),
  },
} as const satisfies Record<string, Rule>;
