import { agentText, inFile, type Rule, type RuleExample } from './rule.ts';

const pilot = agentText('You steer.', [], 'pilot');

/** Returns the text of an agent with an example dialogue. */
function withRequest(name: string, description: string, request: string): string {
  const example = `<example>user: "${request}" assistant: "Aye."</example>`;
  return `---\nname: ${name}\ndescription: '${description} ${example}'\n---\n\nYou help the crew.\n`;
}

/** Returns the files of an agent with a text in a fence, and of two agents that it may name. */
function withCrew(...fence: string[]): RuleExample {
  return {
    files: {
      'tide-clerk.md': agentText(['```', ...fence, '```'].join('\n')),
      'sea-pilot.md': agentText('You steer.', [], 'sea-pilot'),
      'diver.md': agentText('You dive.', [], 'diver'),
    },
  };
}

/** Rules about the files of a folder together, and about the elements that connect them. */
export const folderRules = {
  'name-duplicate': {
    severity: 'warning',
    title: 'Several files have the same name',
    message: (detail) => detail,
    advice: 'Rename all but one: a tool that reads both uses only one.',
    explanation:
      'It is reported once for each name. Files of different plugins or tools are not compared, because no tool reads both.',
    bad: { files: { 'a/pilot.md': pilot, 'b/pilot.md': agentText('You anchor.', [], 'pilot') } },
    good: { files: { 'a/pilot.md': pilot, 'b/anchor.md': agentText('You anchor.', [], 'anchor') } },
  },
  'name-near-miss': {
    severity: 'warning',
    title: 'A name is close to that of another agent',
    message: (detail) => `No agent file has the name ${detail}.`,
    advice: 'If both mean the same agent, use the same spelling. If not, ignore this warning.',
    explanation: 'A misspelt or outdated name leads nowhere. Words of a few letters are not checked.',
    bad: {
      files: {
        'tide-clerk.md': agentText('Ask @harbor-pilot.'),
        'pilot.md': agentText('You steer.', [], 'harbour-pilot'),
      },
    },
    good: {
      files: {
        'tide-clerk.md': agentText('Ask @harbour-pilot.'),
        'pilot.md': agentText('You steer.', [], 'harbour-pilot'),
      },
    },
  },
  'agent-unknown': {
    severity: 'info',
    title: 'A name has no file in the folder',
    message: (detail) => detail,
    advice:
      'If the agent should be in this folder, add its file or correct the name. It may also be installed elsewhere.',
    explanation:
      'It is reported once for each name and file. The agents that come with Claude Code and VS Code are not reported.',
    bad: inFile(agentText('Ask @harbour-master for the berth.')),
    good: {
      files: {
        'tide-clerk.md': agentText('Ask @harbour-master for the berth.'),
        'harbour-master.md': agentText('You assign berths.', [], 'harbour-master'),
      },
    },
  },
  'agent-unreached': {
    severity: 'info',
    title: 'No other agent leads to this one',
    message: (name) => `No other file names “${name}”, although most agents of this folder are named.`,
    advice: 'If other agents should delegate to it, name it in their delegation lists.',
    explanation: 'Checked only in folders where other files name at least five agents, and at least 80% of all agents.',
    bad: {
      files: {
        'chief.md': agentText('Ask @pilot, @diver, @cook, @smith or @baker. Report to @chief.', [], 'chief'),
        'pilot.md': agentText('You steer. Report to @chief.', [], 'pilot'),
        'diver.md': agentText('You dive.', [], 'diver'),
        'cook.md': agentText('You cook.', [], 'cook'),
        'smith.md': agentText('You forge.', [], 'smith'),
        'baker.md': agentText('You bake.', [], 'baker'),
        'tide-clerk.md': agentText(),
      },
    },
    good: {
      files: {
        'chief.md': agentText('Ask @pilot, @diver, @cook, @smith, @baker or @tide-clerk.', [], 'chief'),
        'pilot.md': agentText('You steer. Report to @chief.', [], 'pilot'),
        'diver.md': agentText('You dive.', [], 'diver'),
        'cook.md': agentText('You cook.', [], 'cook'),
        'smith.md': agentText('You forge.', [], 'smith'),
        'baker.md': agentText('You bake.', [], 'baker'),
        'tide-clerk.md': agentText(),
      },
    },
  },
  'template-unreceived': {
    severity: 'info',
    title: 'Nobody receives a handoff template',
    message: (recipient) => `The heading “${recipient}” of this handoff template matches no agent that the files name.`,
    advice: 'Name the agent that receives it, or add its file.',
    explanation:
      'Only templates below a heading such as “To the pilots” are checked. It is compared with all names, word by word.',
    bad: {
      files: {
        'tide-clerk.md': agentText(
          '## Handoff\n\n### To the surveyors\n\n```\n**Port**: [name]\n**Depth**: [metres]\n```',
        ),
        'pilot.md': pilot,
      },
    },
    good: {
      files: {
        'tide-clerk.md': agentText(
          '## Handoff\n\n### To the pilots\n\n```\n**Port**: [name]\n**Depth**: [metres]\n```',
        ),
        'pilot.md': pilot,
      },
    },
  },
  'delegation-cycle': {
    severity: 'warning',
    title: 'A task is delegated in a circle',
    message: (detail) => detail,
    advice: 'Decide which of the agents does the task.',
    explanation:
      'Agents with a task that each hands to the next can pass it on forever. If one of them can also choose another agent, there is no cycle.',
    bad: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Draw charts → @pilot\n- Steer → @pilot'),
        'pilot.md': agentText('## Delegation\n\n- Draw charts → @tide-clerk\n- Read tables → @tide-clerk', [], 'pilot'),
      },
    },
    good: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Draw charts → @pilot\n- Steer → @pilot'),
        'pilot.md': agentText('## Delegation\n\n- Copy tables → @tide-clerk\n- Read tables → @tide-clerk', [], 'pilot'),
      },
    },
  },
  'handoff-contradicted': {
    severity: 'warning',
    title: 'The prompt and `handoffs` give one task to different agents',
    message: (detail) => `${detail}.`,
    advice: 'Name the same agent in both places.',
    explanation: 'A task is compared with the label of a handoff, word for word. Handoffs are keys of VS Code.',
    bad: {
      files: {
        'tide-clerk.agent.md': agentText('## Delegation\n\n- Draw charts → @pilot\n- Read depths → @pilot', [
          'handoffs:',
          '  - label: Draw charts',
          '    agent: diver',
          '    prompt: Draw the charts of the bay.',
        ]),
        'pilot.agent.md': agentText('You steer.', [], 'pilot'),
        'diver.agent.md': agentText('You dive.', [], 'diver'),
      },
    },
    good: {
      files: {
        'tide-clerk.agent.md': agentText('## Delegation\n\n- Draw charts → @pilot\n- Read depths → @pilot', [
          'handoffs:',
          '  - label: Draw charts',
          '    agent: pilot',
          '    prompt: Draw the charts of the bay.',
        ]),
        'pilot.agent.md': agentText('You steer.', [], 'pilot'),
        'diver.agent.md': agentText('You dive.', [], 'diver'),
      },
    },
  },
  'gate-unapplied': {
    severity: 'info',
    title: 'A quality gate is for a phase that the file does not have',
    message: (detail) => `${detail}, which is not named anywhere else in this file.`,
    advice: 'Correct the number, add the phase, or remove the gate.',
    explanation:
      'No step leads to such a gate, so nobody applies it. Only numbered phases are compared, in files that name at least two others.',
    bad: inFile(
      agentText('## Phase 1: Sound\n\nMeasure.\n\n## Phase 2: Draw\n\nDraw.\n\n## Phase 3 checklist\n\n- [ ] Printed'),
    ),
    good: inFile(
      agentText('## Phase 1: Sound\n\nMeasure.\n\n## Phase 2: Draw\n\nDraw.\n\n## Phase 2 checklist\n\n- [ ] Printed'),
    ),
  },
  'tree-dead-end': {
    severity: 'warning',
    title: 'A branch of a decision tree ends nowhere',
    message: (label) => `The branch “${label}” leads to no agent, no advice and no further question.`,
    advice: 'Add where it leads, or remove it.',
    explanation:
      'A question without answers and an arrow that points to nothing are reported; an answer in words is advice.',
    bad: withCrew('Which water?', '├── Salt → @sea-pilot', '├── Brackish → @diver', '└── Sweet →'),
    good: withCrew('Which water?', '├── Salt → @sea-pilot', '├── Brackish → @diver', '└── Sweet → @diver'),
  },
  'question-same-answer': {
    severity: 'warning',
    title: 'A question has the same answer twice',
    message: (label) => `This question already has the answer “${label}”.`,
    advice: 'Merge the two answers, or tell them apart.',
    explanation: 'Readers cannot choose between two answers with the same words.',
    bad: withCrew('Which water?', '├── Salt → @sea-pilot', '├── Sweet → @diver', '└── Salt → @diver'),
    good: withCrew('Which water?', '├── Salt → @sea-pilot', '├── Sweet → @diver', '└── Brackish → @diver'),
  },
  'question-one-answer': {
    severity: 'info',
    title: 'A question has only one answer',
    message: (question) => `The question “${question}” has only one answer.`,
    advice: 'Add the other answers, or make the answer part of the question above.',
    explanation: 'Only lines that end with a question mark are questions.',
    bad: withCrew(
      'Which water?',
      '├── Salt → @sea-pilot',
      '└── Sweet',
      '    └── Is it deep?',
      '        └── Yes → @diver',
    ),
    good: withCrew(
      'Which water?',
      '├── Salt → @sea-pilot',
      '└── Sweet',
      '    └── Is it deep?',
      '        ├── Yes → @diver',
      '        └── No → @sea-pilot',
    ),
  },
  'budget-exceeded': {
    severity: 'warning',
    title: 'The descriptions exceed the budget',
    message: (detail) => `The descriptions of all agents together exceed the setting “budget”: ${detail}.`,
    advice: 'Shorten the longest descriptions. The catalogue sorts agents by them.',
    explanation:
      'A tool loads all descriptions with every conversation. Tokens are estimated: four characters a token.',
    bad: { ...inFile(agentText()), budget: 2 },
    good: { ...inFile(agentText()), budget: 100 },
    checkedIn: 'budget',
  },
  'example-finds-other': {
    severity: 'info',
    title: 'An example request finds another agent',
    message: (detail) => `The example request ${detail} before this agent.`,
    advice: 'Say in the description what only this agent does, in the words of the request.',
    explanation:
      'A tool or a person that chooses by descriptions may choose the other one. The ranking ignores the examples themselves.',
    bad: {
      files: {
        'tide-clerk.md': withRequest('tide-clerk', 'Keeps the tide tables.', 'Paint the hull of the boat'),
        'painter.md': withRequest('painter', 'Paints the hull of every boat.', 'Paint the hull of the boat'),
      },
    },
    good: {
      files: {
        'tide-clerk.md': withRequest('tide-clerk', 'Keeps the tide tables.', 'Look up the tide'),
        'painter.md': withRequest('painter', 'Paints the hull of every boat.', 'Paint the hull of the boat'),
      },
    },
    checkedIn: 'ranking',
  },
} as const satisfies Record<string, Rule>;
