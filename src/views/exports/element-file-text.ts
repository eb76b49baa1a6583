import type { ListItem } from 'mdast';
import { issueTemplate, pullRequestTemplate } from '../../exports/elements/github-templates.ts';
import { promptFile, templateSkill } from '../../exports/elements/template-files.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { writtenSteps } from '../flows/flow-steps.ts';
import { summarise } from '../shared/element-summary.ts';
import { gateItems } from '../gates/gates.ts';
import { fileRenderer } from '../shared/list-entry.ts';
import { titleOf } from '../shared/origin.ts';
import { elementName, type ElementFormat } from './element-files.ts';

/** Returns the text of an element's export file; empty if the element has no such file. */
export async function elementFileText(placed: PlacedElement, format: ElementFormat): Promise<string> {
  const { id, agent, element } = placed;
  const title = titleOf(placed);
  switch (element.kind) {
    case 'handoff-template': {
      const template = { name: elementName(placed), title, element };
      return format === 'prompt' ? promptFile(template) : templateSkill(template);
    }
    case 'quality-gate': {
      const file = await fileRenderer(agent);
      const items = gateItems({ ...placed, element }, file).map((item) => ({
        markdown: file.markdown(item),
        nested: nestedLines(item, file.lines),
      }));
      return pullRequestTemplate(title, items);
    }
    case 'workflow':
    case 'collaboration-flow': {
      const { kind, count } = summarise(id, element);
      return issueTemplate({
        title,
        about: `${kind} of ${agent.name}, ${count}`,
        start: element.kind === 'collaboration-flow' ? element.start : '',
        steps: writtenSteps(element, await fileRenderer(agent)),
      });
    }
    case 'decision-tree':
    case 'delegations':
    case 'diagram':
    case 'message':
      return '';
  }
}

/** Returns the lines that are nested in an item, without the indent that they share. */
function nestedLines({ children }: ListItem, lines: readonly string[]): string[] {
  const [, second] = children;
  const start = second?.position?.start.line;
  const end = children.at(-1)?.position?.end.line;
  if (start === undefined || end === undefined) return [];
  const nested = lines.slice(start - 1, end);
  const indents = nested.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return nested.map((line) => line.slice(shared).trimEnd());
}
