import { agentText, inFile, type Rule } from './rule.ts';

/** Rules about the text of a system prompt. */
export const textRules = {
  'fence-unclosed': {
    severity: 'warning',
    title: 'A code fence is never closed',
    message: () => 'This code fence is never closed, so everything after it is shown as code.',
    advice: 'Close it with a fence of the same length.',
    explanation: 'To a model, instructions inside of code are an example rather than an instruction.',
    bad: inFile(agentText('Print the table:\n\n```text\n06:12 low\n\nThen stop.')),
    good: inFile(agentText('Print the table:\n\n```text\n06:12 low\n```\n\nThen stop.')),
  },
  'fence-nested': {
    severity: 'warning',
    title: 'A code fence ends early',
    message: () => 'This code fence contains another one of the same length, which ends it early.',
    advice: 'Make the outer fence longer than the inner one, for example four backticks.',
    explanation:
      'In markdown, the first fence of the same length closes a block. This site reads it as its author means it.',
    bad: inFile(agentText('```markdown\nThe table:\n\n```text\n06:12 low\n```\n\nThe end.\n```')),
    good: inFile(agentText('````markdown\nThe table:\n\n```text\n06:12 low\n```\n\nThe end.\n````')),
  },
  'fence-stray': {
    severity: 'warning',
    title: 'A code fence has no partner',
    message: () => 'This fence opens a code block although it looks like the end of one; it is shown as text.',
    advice: 'Remove it, or add the fence that is missing above it. Other tools show what is below it as code.',
    explanation: 'It is usually left over from a file that was cut out of a larger one.',
    bad: inFile(agentText('Print the table.\n\n```\n\n## Sources\n\nThe almanac.\n\n```text\n06:12 low\n```')),
    good: inFile(agentText('Print the table.\n\n## Sources\n\nThe almanac.\n\n```text\n06:12 low\n```')),
  },
  'heading-without-space': {
    severity: 'warning',
    title: 'A heading lacks the space after its #',
    message: () => 'This line is meant as a heading, but has no space after its `#`; it is shown as a heading.',
    advice: 'Add a space after the last `#`. Other tools show the line as text.',
    explanation: 'CommonMark requires the space, so the section has no heading in other tools.',
    bad: inFile(agentText('##Sources\n\nThe almanac.\n\n## Output\n\nA table.')),
    good: inFile(agentText('## Sources\n\nThe almanac.\n\n## Output\n\nA table.')),
  },
  'diagram-refused': {
    severity: 'warning',
    title: 'A diagram cannot be drawn',
    message: (message) => `Mermaid cannot draw this diagram: ${message}`,
    advice: 'Correct the diagram. Until then, it is shown as code.',
    explanation: 'Diagrams are drawn while the site is built, so the check of a folder does not report this.',
    bad: inFile(agentText('```mermaid\nflowchart LR\n  a --> --> b\n```')),
    good: inFile(agentText('```mermaid\nflowchart LR\n  a --> b\n```')),
    checkedIn: 'drawing',
  },
  'link-broken': {
    severity: 'warning',
    title: 'A link leads to no file',
    message: (detail) => `The folder has no file ${detail}.`,
    advice: 'Correct the path, or remove the link.',
    explanation:
      'Only links to the file of an agent that exists elsewhere in the folder are reported: other links may be relative to a project.',
    bad: {
      files: {
        'clerks/tide-clerk.md': agentText('Ask [the pilot](pilot.md) first.'),
        'crew/pilot.md': agentText('You steer.', [], 'pilot'),
      },
    },
    good: {
      files: {
        'clerks/tide-clerk.md': agentText('Ask [the pilot](../crew/pilot.md) first.'),
        'crew/pilot.md': agentText('You steer.', [], 'pilot'),
      },
    },
  },
  'anchor-broken': {
    severity: 'warning',
    title: 'A link leads to no heading',
    message: (detail) => `No heading has the anchor ${detail}.`,
    advice: 'Use the words of the heading in lower case, joined by hyphens.',
    explanation: 'Anchors are made of headings as GitHub makes them. Anchors that the file sets in HTML are respected.',
    bad: inFile(agentText('See [sources](#source).\n\n## Sources\n\nThe almanac.')),
    good: inFile(agentText('See [sources](#sources).\n\n## Sources\n\nThe almanac.')),
  },
  'secret-like': {
    severity: 'error',
    title: 'The file seems to contain a secret key',
    message: (detail) => `This looks like ${detail}.`,
    advice: 'Revoke the key, remove it, and let the agent read it from the environment.',
    explanation:
      'A prompt goes to every model and to everybody who may read the repository. Only keys whose form gives them away are reported; placeholders and examples are left out.',
    // Built from parts, so that no scanner of secrets takes the catalogue for a leak.
    bad: inFile(
      agentText(`Send the header \`Authorization: ${['gh', 'p_'].join('')}k3VtW9aQz7LmXc2RbN8sYd4HfG6jPu1TeKo0\`.`),
    ),
    good: inFile(agentText('Send the header `Authorization: $HARBOUR_TOKEN`.')),
    isSecret: true,
  },
  'text-hidden': {
    severity: 'warning',
    title: 'Characters hide or reorder text',
    message: (detail) => `The line contains ${detail}, so readers see different text from the model.`,
    advice: 'Remove the character.',
    explanation:
      'Bidirectional controls show text in another order than it is stored in; tag characters are not shown at all. Both can smuggle instructions past a review. The marks that right-to-left languages need are left out.',
    bad: inFile(agentText('Never open the \u202Esecol\u202C gate.')),
    good: inFile(agentText('Never open the closed gate.')),
  },
  'name-homoglyph': {
    severity: 'warning',
    title: 'A name mixes letters that look the same',
    message: (detail) => `The name ${detail}.`,
    advice: 'Type the name again, in Latin letters.',
    explanation: 'The name looks like another one, but a user who types it calls a different agent, or none.',
    bad: inFile(agentText(undefined, [], 'tid\u0435-clerk')),
    good: inFile(agentText()),
  },
} as const satisfies Record<string, Rule>;
