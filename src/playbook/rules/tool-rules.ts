import { agentText, inFile, type Rule } from './rule.ts';

/** Rules about the tools of an agent, and about prompts that contradict them. */
export const toolRules = {
  'tools-unreadable': {
    severity: 'error',
    title: 'The tools cannot be read',
    message: (detail) => `${detail}. It is not treated as “all tools”.`,
    advice: 'List the names of the tools, separated by commas.',
    explanation: 'Nobody can tell what an agent may do if its list of tools is a sentence.',
    bad: inFile(agentText(undefined, ['tools: Everything that the harbour master allows today'])),
    good: inFile(agentText(undefined, ['tools: Read, Grep'])),
  },
  'tools-blanks': {
    severity: 'warning',
    title: 'The tools are separated by spaces',
    message: (key) => `The names in \`${key}\` are separated by spaces; they were read one by one.`,
    advice: 'Separate the names by commas. Claude Code documents no other separator.',
    explanation: 'A tool that splits at commas sees one long name that does not exist.',
    bad: inFile(agentText(undefined, ['tools: Read Grep Glob'])),
    good: inFile(agentText(undefined, ['tools: Read, Grep, Glob'])),
  },
  'tool-misspelt': {
    severity: 'warning',
    title: 'A tool is misspelt',
    message: (detail) => detail,
    advice: 'Correct the name. Claude Code ignores a name that it does not know.',
    explanation:
      'Only the agents of Claude Code are checked, for names close to that of a tool. Others may be tools of your own.',
    bad: inFile(agentText(undefined, ['tools: Read, Globb'])),
    good: inFile(agentText(undefined, ['tools: Read, Glob'])),
  },
  'tools-all-denied': {
    severity: 'error',
    title: 'Every tool of the list is denied',
    message: () => '`disallowedTools` denies every tool in `tools`, so Claude Code refuses to start the agent.',
    advice: 'Remove the tools that are in both lists from one of them.',
    explanation: 'Claude Code 2.1.208 and later refuse an agent whose list has no tools left.',
    bad: inFile(agentText(undefined, ['tools: Read, Grep', 'disallowedTools: Grep, Read'])),
    good: inFile(agentText(undefined, ['tools: Read, Grep', 'disallowedTools: Grep'])),
  },
  'permission-bypass': {
    severity: 'warning',
    title: 'The agent asks for no permission',
    message: (value) => `With \`${value}\`, the agent runs every command and changes every file without asking.`,
    advice: 'Use a stricter mode, such as `acceptEdits`, unless the agent runs in a sandbox.',
    explanation: 'Whoever installs the agent grants this without seeing it.',
    bad: inFile(agentText(undefined, ['tools: Read, Bash', 'permissionMode: bypassPermissions'])),
    good: inFile(agentText(undefined, ['tools: Read, Bash', 'permissionMode: acceptEdits'])),
  },
  'grant-scope-ignored': {
    severity: 'info',
    title: 'The limit in brackets has no effect',
    message: (detail) => detail,
    advice: 'Rely on the permissions of the project instead, or accept that the whole tool is granted.',
    explanation:
      'In a subagent, Claude Code ignores the list in `Agent(…)`, and documents no scopes such as `Bash(git:*)` for `tools`. VS Code and Copilot do not support brackets.',
    bad: inFile(agentText(undefined, ['tools: Read, Bash(tide:*)'])),
    good: inFile(agentText(undefined, ['tools: Read, Bash'])),
  },
  'write-forbidden': {
    severity: 'warning',
    title: 'The prompt forbids changes that the tools allow',
    message: (detail) => `The prompt says “${detail}”, but the tools of the agent can change files.`,
    advice:
      'Remove the tools that write, or list only those that read. A prompt is a request; a list of tools is a limit.',
    explanation:
      'Only sentences that forbid all changes are read. Without `tools`, an agent inherits those that write. Shell commands that may write are not considered.',
    bad: inFile(agentText('You are read-only. Never modify files.', ['tools: Read, Grep, Edit'])),
    good: inFile(agentText('You are read-only. Never modify files.', ['tools: Read, Grep'])),
  },
  'command-without-shell': {
    severity: 'warning',
    title: 'The prompt asks for commands without a shell',
    message: (detail) => `The prompt says “${detail}”, but no tool of the agent runs commands.`,
    advice: 'Add `Bash` to the tools, or let another agent run the command.',
    explanation:
      'Only steps that begin with “Run” or “Execute” and a known command are read. Agents with an MCP server or an unknown tool are not checked.',
    bad: inFile(agentText('When invoked:\n\n1. Run `git log`.\n2. Read the tables.', ['tools: Read, Grep'])),
    good: inFile(agentText('When invoked:\n\n1. Run `git log`.\n2. Read the tables.', ['tools: Read, Grep, Bash'])),
  },
  'delegation-without-tool': {
    severity: 'info',
    title: 'The agent delegates, but may not call agents',
    message: (detail) =>
      `The agent delegates to ${detail}, but none of its tools can call agents, so its caller must do it.`,
    advice:
      'Add the tool that calls agents (`Agent` in Claude Code, `agent` in VS Code), if the agent should call them.',
    explanation:
      'A list of tools without this one is a limit. The delegation is then advice to the caller of the agent.',
    bad: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', ['tools: Read']),
        'pilot.md': agentText('You steer.', [], 'pilot'),
      },
    },
    good: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', ['tools: Read, Agent']),
        'pilot.md': agentText('You steer.', [], 'pilot'),
      },
    },
  },
  'delegation-not-allowed': {
    severity: 'warning',
    title: 'The agent delegates to an agent that it may not call',
    message: (detail) => `The agent delegates to ${detail}, so it may not call it.`,
    advice: 'Add the name to the list, or remove the delegation.',
    explanation: '`agents` of VS Code and `permission.task` of OpenCode limit which agents may be called.',
    bad: {
      files: {
        'tide-clerk.agent.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', ['agents: [diver]']),
        'pilot.agent.md': agentText('You steer.', [], 'pilot'),
        'diver.agent.md': agentText('You dive.', [], 'diver'),
      },
    },
    good: {
      files: {
        'tide-clerk.agent.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', ['agents: [pilot]']),
        'pilot.agent.md': agentText('You steer.', [], 'pilot'),
        'diver.agent.md': agentText('You dive.', [], 'diver'),
      },
    },
  },
  'delegation-unlisted': {
    severity: 'info',
    title: 'The agent delegates to an agent that `Agent(…)` does not name',
    message: (detail) => `The agent delegates to ${detail}.`,
    advice: 'Add the name to the list, or remove the delegation.',
    explanation:
      'Claude Code heeds the list only if the agent leads a session (`claude --agent`). A subagent may call any agent.',
    bad: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', [
          'tools: Read, Agent(diver)',
        ]),
        'pilot.md': agentText('You steer.', [], 'pilot'),
        'diver.md': agentText('You dive.', [], 'diver'),
      },
      alsoBreaks: ['grant-scope-ignored'],
    },
    good: {
      files: {
        'tide-clerk.md': agentText('## Delegation\n\n- Charts → @pilot\n- Depths → @pilot', ['tools: Read, Agent']),
        'pilot.md': agentText('You steer.', [], 'pilot'),
        'diver.md': agentText('You dive.', [], 'diver'),
      },
    },
  },
} as const satisfies Record<string, Rule>;
