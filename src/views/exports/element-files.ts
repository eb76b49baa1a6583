import { plainName } from '../../exports/file-names.ts';
import { elementPath, href } from '../../links.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';

/** A form that an element can take in a project. */
export type ElementFormat = 'prompt' | 'skill' | 'pull-request' | 'issue';

/** An element exported as a file for a project. */
export interface ElementFile {
  format: ElementFormat;
  /** The tool: "VS Code". */
  tool: string;
  /** The kind of file: "prompt file". */
  noun: string;
  /** How the tool uses it, in a sentence. */
  use: string;
  /** Its place in a project. */
  path: string;
  /** The last part of its path. */
  name: string;
  /** Its address on this site. */
  href: string;
}

interface FormatDescription extends Pick<ElementFile, 'tool' | 'noun'> {
  use: (name: string) => string;
  path: (name: string) => string;
}

const formats: Record<ElementFormat, FormatDescription> = {
  prompt: {
    tool: 'VS Code',
    noun: 'prompt file',
    use: (name) => `Type /${name} in the chat, and the values; you are asked for the rest.`,
    path: (name) => `.github/prompts/${name}.prompt.md`,
  },
  skill: {
    tool: 'Claude Code',
    noun: 'skill',
    use: (name) => `Type /${name} and the values of the fields.`,
    path: (name) => `.claude/skills/${name}/SKILL.md`,
  },
  'pull-request': {
    tool: 'GitHub',
    noun: 'checklist for pull requests',
    use: (name) => `Add ?template=${name}.md to the address of a new pull request.`,
    path: (name) => `.github/PULL_REQUEST_TEMPLATE/${name}.md`,
  },
  issue: {
    tool: 'GitHub',
    noun: 'issue template',
    use: () => 'Choose it for a new issue: a task for each step.',
    path: (name) => `.github/ISSUE_TEMPLATE/${name}.md`,
  },
};

const formatsOf: Partial<Record<ElementKind, readonly ElementFormat[]>> = {
  'handoff-template': ['prompt', 'skill'],
  'quality-gate': ['pull-request'],
  workflow: ['issue'],
  'collaboration-flow': ['issue'],
};

/** Returns the name of an element in a project: lower-case ASCII letters, digits and hyphens. */
export function elementName({ id, element }: PlacedElement): string {
  return plainName(id, element.kind);
}

/** Returns an element's export files; none for most kinds. */
export function elementFiles(placed: PlacedElement): ElementFile[] {
  const page = elementPath(placed);
  if (page === undefined) return [];
  return (formatsOf[placed.element.kind] ?? []).map((format) => {
    const { tool, noun, use, path } = formats[format];
    const name = elementName(placed);
    const whole = path(name);
    const file = whole.slice(whole.lastIndexOf('/') + 1);
    return { format, tool, noun, use: use(name), path: whole, name: file, href: href(`${page}${file}`) };
  });
}
