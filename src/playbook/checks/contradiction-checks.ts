import { accessOf, effectiveTools } from '../access.ts';
import type { Agent } from '../agent.ts';
import type { Check } from './folder.ts';

const verbs = '(?:write|modify|edit|change|alter|delete|create|touch|update)';

/**
 * Matches a sentence, without emphasis, that forbids an agent all changes. A sentence that goes on may limit what it
 * forbids: “Never modify files outside of src”.
 */
const noFiles = new RegExp(
  `(?:^\\s*(?:[-+*]\\s+|\\d+[.)]\\s+)?|[.!;:] |\\byou |[—–] )(?:must never|should never|never|do not|don't|must not|may not|cannot|can't|shall not)(?: ever| directly)? ${verbs}(?:(?:,? (?:or|and) |, ?| ?/ ?)${verbs})*,? (?:any )?files? ?(?:$|[.;!)])`,
  'i',
);
const readOnly =
  /\byou are (?:a |an )?(?:strictly )?read-only(?: (?:sub-?)?agent| reviewer| auditor| analyst| explorer)? ?(?:$|[.;:!,)—–])/i;

const commands =
  'git|npm|npx|pnpm|yarn|bun|deno|cargo|go|make|pytest|python3?|pip|uv|ruff|mypy|node|tsc|eslint|docker|kubectl|helm|terraform|gh|mvn|gradle|dotnet|php|composer|bundle|ls|grep|rg|find|cat|curl';

/** Matches a line that tells the agent to run a command. */
const runsCommand = new RegExp(
  `^\\s*(?:[-+*]\\s+|\\d+[.)]\\s+)?(?:\\*\\*)?(?:(?:first|then|next|always|immediately),? )?(?:run|execute) (?:\`(?:${commands}) [^\`]+\`|git (?:diff|log|status|blame)\\b)`,
  'i',
);

/** Reports tools that deny each other, and prompts that ask for what the tools do not allow, or forbid what they do. */
export const checkContradictions: Check = ({ agents }, report) => {
  for (const { agent, data, location, positionOf } of agents) {
    // The tools of a skill are allowed in advance, and do not limit it.
    if (isSkillOrCommand(location)) continue;
    if ((agent.tools ?? []).length > 0 && effectiveTools(agent)?.length === 0) {
      report('tools-all-denied', agent, positionOf('disallowedTools'));
      continue;
    }
    const { basis, grants, hasUnknownTools } = accessOf(agent);
    const mayWrite = (grants.write === 'yes' || grants.write === 'open') && !isReadOnly(data);
    const lacksShell = basis === 'listed' && grants.run === 'no' && grants.mcp === 'no' && !hasUnknownTools;
    if (!mayWrite && !lacksShell) continue;
    let forbidsWriting = false;
    for (const { text, line, isStep } of instructionsOf(agent)) {
      const plain = text.replace(/\*\*|__/g, '');
      const forbidden = mayWrite && !forbidsWriting ? (noFiles.exec(plain) ?? readOnly.exec(plain)) : null;
      if (forbidden) {
        forbidsWriting = true;
        const words = trimmed(forbidden[0]);
        report('write-forbidden', agent, placeOf(text, line, words), words);
      }
      const command = lacksShell && isStep ? runsCommand.exec(text) : null;
      if (command) {
        const words = command[0].replace(/^\s*(?:[-+*]\s+|\d+[.)]\s+)?(?:\*\*)?/, '');
        report('command-without-shell', agent, placeOf(text, line, words), words.replaceAll('`', ''));
        break;
      }
    }
  }
};

function isSkillOrCommand(location: string): boolean {
  return /(?:^|\/)(?:SKILL\.md$|commands?\/)/i.test(location);
}

/** Whether a key of the tool itself keeps the agent from writing. */
function isReadOnly(data: Readonly<Record<string, unknown>>): boolean {
  return data.permissionMode === 'plan' || data.readonly === true || data.approvalMode === 'plan';
}

/** Returns the lines of a prompt that are neither code nor part of a template. */
function* instructionsOf({ body, outline }: Agent): Iterable<{ text: string; line: number; isStep: boolean }> {
  const lines = body.split('\n');
  for (const { blocks } of outline.sections) {
    for (const block of blocks) {
      if (block.kind === 'code' || (block.kind === 'element' && block.node.type === 'code')) continue;
      // Other commands may be advice to the reader of the answer.
      const isStep = block.kind === 'element' && block.element.kind === 'workflow';
      let fence = '';
      for (let line = block.from; line <= block.to; line++) {
        const text = lines[line - 1] ?? '';
        const [, marker = ''] = /^\s*(`{3,}|~{3,})/.exec(text) ?? [];
        if (marker !== '') fence = fence === '' ? marker : marker.startsWith(fence) ? '' : fence;
        else if (fence === '' && !/^\s*>/.test(text)) yield { text, line, isStep };
      }
    }
  }
}

function placeOf(text: string, line: number, words: string) {
  const [first = ''] = words.split(/[\s*_]/);
  return { line, column: Math.max(1, text.indexOf(words) + 1 || text.toLowerCase().indexOf(first.toLowerCase()) + 1) };
}

function trimmed(words: string): string {
  return words.replace(/^(?:\s|[-+*.!;:—–]|\d+[.)])+|[\s.;:!,)—–]+$/g, '');
}
